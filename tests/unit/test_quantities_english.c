/* The quantities of English text: hand-judged readings, and numbers written in words and figures that are read back. */
#include "support.h"

#include "english/dates.h"
#include "quantity/find.h"
#include "quantity/units.h"
#include "text/tokenize.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_arena arena;
static struct mdq_table units, nouns, english;

/* "kind value unit" of each; parts: < > of a range, - of a score; ~ approximate. */
static const char *shown(const char *text) {
  static const char *const kinds[] = { "", "%", "$", "year ", "clock ", "ord ", "decade ", "century ", "id ", "vague " };
  static const char *const parts[] = { "", "<", ">", "-", "-" };
  static char line[512];
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  const struct mdq_table *tables[] = { [MDQ_TABLE_UNITS] = &units, [MDQ_TABLE_COUNTED_NOUNS] = &nouns, [MDQ_TABLE_ENGLISH_WORDS] = &english };
  struct mdq_dates dates;
  struct mdq_quantities found;
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  assert_true(mdq_dates_find_english(&arena, &segment, &english, &dates));
  assert_true(mdq_quantities_english(&arena, &segment, tables, &dates, &found));
  line[0] = '\0';
  for (size_t i = 0; i < found.count; i++) {
    const struct mdq_quantity *q = &found.items[i];
    struct mdq_span unit = q->unit ? mdq_unit_id(q->unit) : mdq_span_of("", 0);
    size_t used = strlen(line);
    snprintf(line + used, sizeof line - used, "%s%s%.15g%s%s%.*s%s", i ? "; " : "", kinds[q->kind], q->value, parts[q->part], unit.len ? " " : "",
             (int)unit.len, unit.ptr, q->approximate ? "~" : "");
    assert_true(q->first <= q->last && q->last < segment.token_count && q->start < q->end && q->end <= segment.text.len);
  }
  return line;
}

static void test_figures(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "1,234.5 boxes", "1234.5" }, { "1.2 million people", "1200000" }, { "3bn users", "3000000000" }, { "40k fans", "40000" }, { "two 5-million-dollar homes", "2; $5000000 any-dollar" },
    { "110 billion cubic meters", "110000000000 cubic-metre" }, { "7 thousand", "7000" }, { "14½ inches", "14.5 inch" }, { "3m people came", "3000000" }, { "a 200m final", "200 metre" },
    { "about 5 miles", "5 mile~" }, { "more than 20 cars", "20~" }, { "up to 3,000", "3000~" }, { "a 45-year-old", "45 year" }, { "85 miles per hour", "85 mile-per-hour" }, { "2 1/2", "2.5" }, { "for 5-1/4 years", "5.25 year" }, { "a quarter-point cut", "0.25 point" }, { "on 9/11", "id 9" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_words(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "twenty-three men", "23" }, { "two hundred and five days", "205 day" }, { "a million", "1000000" }, { "half a million", "500000" }, { "an hour", "" }, { "a dozen eggs", "12" },
    { "half a dozen", "6" }, { "two dozen", "24" }, { "a couple of days", "2 day" }, { "the couple left", "" }, { "four-score years", "80 year" }, { "a score of 20 points", "20 point" },
    { "nineteen hundred", "1900" }, { "two and a half million", "2500000" }, { "one and a half years", "1.5 year" }, { "three hundred thousand", "300000" },
    { "one million two hundred thousand and six", "1200006" }, { "hundreds of homes", "vague 100" }, { "tens of thousands", "vague 10000" }, { "dozens", "vague 10" },
    { "two three four", "2; 3; 4" }, { "five hundred million dollars", "$500000000 any-dollar" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_fractions_and_ordinals(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "two-thirds", "0.666666666666667" }, { "three quarters of them", "0.75" }, { "a quarter of the vote", "0.25" }, { "the second quarter", "ord 2" }, { "half of them", "0.5" },
    { "a third of all", "0.333333333333333" }, { "a third defeat", "ord 3" }, { "third", "ord 3" }, { "twenty-first", "ord 21" }, { "on the 21st", "ord 21" }, { "several hundred", "vague 100" }, { "a quarter of a million", "250000" },
    { "the hundredth time", "ord 100" }, { "a second later", "" }, { "30 seconds", "30 second" }, { "per second", "" }, { "their second goal", "ord 2" }, { "one-fifth", "0.2" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_kinds(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "40% of it", "%40" }, { "40 per cent", "%40" }, { "three percent", "%3" }, { "five percentage points", "5 percentage-point" }, { "$5", "$5 any-dollar" }, { "US$2.5 billion", "$2500000000 USD" },
    { "C$30", "$30 CAD" }, { "£2.8bn", "$2800000000 any-pound" }, { "£125m,", "$125000000 any-pound" }, { "50 cents", "$50 any-cent" }, { "in 1998", "year 1998" }, { "the 1990s", "decade 1990" },
    { "the '80s", "decade 80" }, { "mid-2020s", "decade 2020" }, { "the twenties", "decade 20" }, { "the 21st century", "century 21" }, { "in the nineteenth century", "century 19" },
    { "at 10:30 p.m. ET", "clock 1350" }, { "3 pm", "clock 900" }, { "7.55am", "clock 475" }, { "12 a.m.", "clock 0" }, { "noon", "clock 720" }, { "15:00", "clock 900" }, { "at 5 o'clock", "clock 300" }, { "at 2030 GMT", "clock 1230" }, { "by 0830 GMT", "clock 510" }, { "at 0547 local time", "clock 347" }, { "around 0200", "clock 120~" }, { "agent 007", "id 7" }, { "at 2030", "year 2030" },
    { "the 2025/26 season", "year 2025<; year 2026>" }, { "the class of '68", "year 68" }, { "1.5m tall", "1.5 metre" }, { "1.5m people", "1500000" },
    { "March 3, 2024", "year 2024" }, { "on 5/13/2024", "" }, { "80 degrees Fahrenheit", "80 fahrenheit" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_ranges_and_scores(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "5-8 days", "5< day; 8> day" }, { "5 to 8 days", "5< day; 8> day" }, { "between 2 and 3 million", "2000000<; 3000000>" }, { "$2-3 billion", "$2000000000< any-dollar; $3000000000> any-dollar" },
    { "70-90%", "%70<; %90>" }, { "from 10 to 5 percent", "%10<; %5>" }, { "1950-53", "year 1950<; year 1953>" }, { "won 3-1", "3-; 1-" }, { "a 0-2 defeat", "0-; 2-" }, { "a 17 - 5 win", "17-; 5-" },
    { "18- to 29-year-olds", "18< year; 29> year" }, { "6-foot-6", "6 foot; 6" }, { "aged 20 and 30", "20; 30" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_names_are_no_numbers(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "the third decade of the 20th century", "decade 1920" }, { "a fourth decade of the same", "ord 4" }, { "an F-35 jet", "id 35" }, { "GPT-4", "id 4" }, { "the S&P 500 fell", "id 500" }, { "Covid-19", "id 19" }, { "G7", "id 7" }, { "World War II", "id 2" }, { "Louis XIV", "id 14" }, { "Malcolm and I", "" }, { "a threefold rise", "3" }, { "the billfold", "" }, { "after 9/11", "id 9" }, { "call 0800 555 111", "id 800; id 555; id 111" },
    { "at No. 10", "id 10" }, { "a Boeing 737 crashed", "id 737" }, { "on Radio 4", "id 4" }, { "agent 007", "id 7" }, { "24/7", "id 24" }, { "one of them", "" }, { "no one", "" }, { "one day", "" },
    { "one week", "1 week" }, { "the top-10", "10" }, { "on Fifth Avenue", "id 5" }, { "a 7-Eleven shop", "7; id 11" }, { "Six people", "6" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

/* English words of n < 10^12. */
static void spell(char *to, size_t size, uint64_t n) {
  static const char *const below_twenty[] = { "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
                                              "sixteen", "seventeen", "eighteen", "nineteen" };
  static const char *const tens[] = { "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" };
  static const struct { uint64_t worth; const char *name; } scales[] = { { 1000000000, "billion" }, { 1000000, "million" }, { 1000, "thousand" }, { 100, "hundred" } };
  char rest[512] = "", above[512];
  for (size_t i = 0; i < 4; i++) {
    if (n < scales[i].worth) continue;
    spell(above, sizeof above, n / scales[i].worth);
    if (n % scales[i].worth) spell(rest, sizeof rest, n % scales[i].worth);
    bool and = rest[0] && n % scales[i].worth < 100;
    snprintf(to, size, "%s %s%s%s", above, scales[i].name, !rest[0] ? "" : and ? " and " : " ", rest);
    return;
  }
  if (n < 20) snprintf(to, size, "%s", below_twenty[n]);
  else snprintf(to, size, "%s%s%s", tens[n / 10], n % 10 ? "-" : "", below_twenty[n % 10]);
}

static void expect_number(const char *text, uint64_t n) {
  char expected[32];
  snprintf(expected, sizeof expected, "%.15g", (double)n);
  if (strcmp(shown(text), expected)) fail_msg("%s\n  gives    %s\n  expected %s", text, shown(text), expected);
}

/* All numbers to 2,000 and a pseudo-random choice below 10^12, in words and in figures with commas. */
static void test_round_trip(void **state) {
  (void)state;
  uint64_t random = 88172645463325252u;
  for (uint64_t i = 2; i < 6000; i++) {
    uint64_t n = i;
    if (i >= 2000) {
      random ^= random << 13, random ^= random >> 7, random ^= random << 17;
      n = random % (i % 3 == 0 ? 1000000 : i % 3 == 1 ? 1000000000 : 1000000000000);
      if (n < 2) continue;
    }
    char text[1024], figures[64], said[900];
    spell(said, sizeof said, n);
    snprintf(text, sizeof text, "exactly %s boxes", said);
    expect_number(text, n);
    size_t digits = (size_t)snprintf(figures, sizeof figures, "%llu", (unsigned long long)n), used = 0;
    for (size_t d = 0; d < digits; d++) used += (size_t)snprintf(text + used, sizeof text - used, "%s%c", d && (digits - d) % 3 == 0 ? "," : "", figures[d]);
    snprintf(text + used, sizeof text - used, " boxes");
    expect_number(text, n);
    mdq_arena_reset(&arena);
  }
}

int main(void) {
  struct mdq_error error = { 0 };
  const char *dicts = getenv("MUDAQQIQ_DICTS");
  if (mdq_table_load(&units, dicts, "numbers/units.tsv", &error) || mdq_table_load(&nouns, dicts, "numbers/counted-nouns.tsv", &error) ||
      mdq_table_load(&english, dicts, "numbers/english-words.tsv", &error))
    return 1;
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_figures), cmocka_unit_test(test_words), cmocka_unit_test(test_fractions_and_ordinals), cmocka_unit_test(test_kinds),
    cmocka_unit_test(test_ranges_and_scores), cmocka_unit_test(test_names_are_no_numbers), cmocka_unit_test(test_round_trip),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_table_free(&units);
  mdq_table_free(&nouns);
  mdq_table_free(&english);
  mdq_arena_free(&arena);
  mdq_tokens_free(&tokens);
  mdq_words_free(&words);
  return failed;
}
