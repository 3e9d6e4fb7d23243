/* Quantities in Arabic: what each number of a text says, however it is written. */
#include "support.h"

#include <math.h>

#include "lint/facts.h"
#include "quantity/find.h"
#include "quantity/phrase.h"
#include "quantity/units.h"
#include "text/chars.h"
#include "text/tokenize.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_arena arena;
static struct mdq_table months, weekdays, loaded[MDQ_QUANTITY_TABLES];
static const struct mdq_table *tables[MDQ_QUANTITY_TABLES];

static const char *const kinds[] = {
  [MDQ_QUANTITY_PLAIN] = "", [MDQ_QUANTITY_PERCENT] = " percent", [MDQ_QUANTITY_MONEY] = " money", [MDQ_QUANTITY_YEAR] = " year", [MDQ_QUANTITY_CLOCK] = " clock",
  [MDQ_QUANTITY_ORDINAL] = " ordinal", [MDQ_QUANTITY_DECADE] = " decade", [MDQ_QUANTITY_CENTURY] = " century", [MDQ_QUANTITY_IDENTIFIER] = " id", [MDQ_QUANTITY_VAGUE] = " vague",
};
static const char *const parts[] = { "", " from", " to", " one", " other" };

/* "value kind (unit) part flags": 2 a dual, ~ about, ? ambiguous. Spelled-out numbers end in "w". */
static const char *shown(const char *text) {
  static char line[512];
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  struct mdq_dates dates;
  struct mdq_quantities found;
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  assert_true(mdq_dates_find(&arena, &segment, &months, &weekdays, &dates));
  assert_true(mdq_quantities_arabic(&arena, &segment, tables, &dates, &found));
  line[0] = '\0';
  for (size_t i = 0; i < found.count; i++) {
    const struct mdq_quantity *q = &found.items[i];
    size_t used = strlen(line);
    used += (size_t)snprintf(line + used, sizeof line - used, "%s%.13g%s", i ? "; " : "", q->value, kinds[q->kind]);
    if (q->unit) used += (size_t)snprintf(line + used, sizeof line - used, " (%.*s)", (int)mdq_unit_id(q->unit).len, mdq_unit_id(q->unit).ptr);
    snprintf(line + used, sizeof line - used, "%s%s%s%s%s", parts[q->part], q->spelled ? " w" : "", q->dual ? "2" : "", q->approximate ? "~" : "", q->ambiguous ? "?" : "");
    assert_true(q->first <= q->last && q->last < segment.token_count && q->start < q->end && q->end <= segment.text.len);
  }
  return line;
}

struct reading {
  const char *text, *quantities;
};

static void check_readings(const struct reading *cases, size_t count) {
  size_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    const char *got = shown(cases[i].text);
    if (!strcmp(got, cases[i].quantities)) continue;
    print_error("%s\n  gives    %s\n  expected %s\n", cases[i].text, got, cases[i].quantities);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

#define CHECK(...)                                       \
  do {                                                   \
    static const struct reading cases[] = { __VA_ARGS__ }; \
    check_readings(cases, sizeof cases / sizeof *cases); \
  } while (0)

static void test_figures(void **state) {
  (void)state;
  CHECK({ "باع المتجر 1,234.5 قطعة", "1234.5" }, { "باع المتجر 1.234,5 قطعة", "1234.5" }, { "باع المتجر ١٬٢٣٤٫٥ قطعة", "1234.5" }, { "باع ۱۲۳ قطعة", "123" },
        { "بلغت 2،5 مليون برميل", "2500000 (barrel)" }, { "بلغت 2.5 مليون برميل", "2500000 (barrel)" }, { "المواد 3، 4 و5", "3; 4; 5" }, { "بلغ السعر 1.234 نقطة", "1.234 (point)?" },
        { "فر 30،000 شخص", "30000" }, { "فاز 14½-13½", "14.5 one; 13.5 other" }, { "فر 1،200،000 شخص", "1200000" }, { "بلغ حوالي 7ر5 مليون سائح", "5700000~" }, { "زرع 76.000 هكتار", "76000 (hectare)" },
        { "وزّع و45 سلة", "45" }, { "أشاد بـ12 لاعبا", "12" }, { "حضر ال30 مندوبا", "30" }, { "كلّف 20 000 درهم", "20000 money (any-dirham)" }, { "كلّف 1 200 000 درهم", "1; 200000 money (any-dirham)" });
}

static void test_magnitudes(void **state) {
  (void)state;
  CHECK({ "309 آلاف و12 ناخبا", "309012" }, { "نحو 1.2 مليار دولار", "1200000000 money (any-dollar)~" }, { "مليونا دولار", "2000000 money (any-dollar) w" }, { "مليوني شخص", "2000000 w" },
        { "مليونان ونصف المليون", "2500000 w" }, { "نصف مليون لاجئ", "500000 w" }, { "مليون ونصف المليون طفل", "1500000 w" }, { "مليون ونصف", "1500000 w" }, { "15 ألفا", "15000" },
        { "ألفا جندي", "2000 w" }, { "ألف مليار دولار", "1000000000000 money (any-dollar) w" }, { "3 تريليونات دولار", "3000000000000 money (any-dollar)" }, { "بليون دولار", "1000000000 money (any-dollar) w" },
        { "مئة ألف مقاتل", "100000 w" }, { "آلاف المتظاهرين", "1000 vague w" }, { "عشرات القتلى", "10 vague w" }, { "مئات الآلاف من السكان", "100000 vague w" }, { "عشرات الملايين", "10000000 vague w" },
        { "5 ملايين و300 ألف نسخة", "5300000" }, { "ثلاثة ملايين ومئتي ألف نسخة", "3200000 w" });
}

static void test_words(void **state) {
  (void)state;
  CHECK({ "خمسة وعشرون طالبا", "25 w" }, { "أحد عشر كوكبا", "11 w" }, { "إحدى عشرة مدينة", "11 w" }, { "اثنا عشر شهرا", "12 (month) w" }, { "اثنتي عشرة ساعة", "12 (hour) w" },
        { "ثماني عشرة طالبة", "18 w" }, { "ثلاثمئة جندي", "300 w" }, { "ثلاث مئة جندي", "300 w" }, { "ثلاثمائة وخمسون جنديا", "350 w" }, { "مئتا متر", "200 (metre) w" }, { "مائتي كيلومتر", "200 (kilometre) w" },
        { "ألفان وثلاثة وعشرون ناخبا", "2023 w" }, { "مئة وخمسة وعشرون ألفا وثلاثمئة ناخب", "125300 w" }, { "واحد وعشرون يوما", "21 (day) w" }, { "إحدى وعشرين دولة", "21 w" },
        { "أحد المسؤولين", "" }, { "لخمسة أشخاص", "5 w" }, { "ثمانمئة وخمسة", "805 w" }, { "صفر", "0 w" }, { "ثلاثة وأربعة", "3 w; 4 w" }, { "عشرين وثلاثين", "20 w; 30 w" });
}

static void test_homographs(void **state) {
  (void)state;
  CHECK({ "لست متأكدا", "" }, { "وجد ميتا", "" }, { "كميات كبيرة", "" }, { "في الدقيقة 89 يوم السبت", "89" }, { "بلغ 3 ملايين عام 2018", "3000000; 2018 year" }, { "افترس السبع فريسته", "" }, { "الذي ألف كتابا عنها", "1000 w" }, { "الكاتب الذي ألف عنها", "" }, { "ست سنوات", "6 (year) w" }, { "سنوات سبع", "7 w" },
        { "خمس السكان", "0.2 w" }, { "خمس دول", "5 w" }, { "يوم الاثنين", "" }, { "الطرف الثاني", "2 ordinal w" }, { "في تشرين الثاني المقبل", "" }, { "مرة ثانية", "" }, { "في الربع الأول", "1 ordinal w" },
        { "الدور نصف النهائي", "" }, { "ربع السكان", "0.25 w" }, { "ثلاثة أرباع المقاعد", "0.75 w" }, { "ثلثي المقاعد", "0.66666667 w" });
}

static void test_duals_and_halves(void **state) {
  (void)state;
  CHECK({ "قبل عامين", "2 (year) w2" }, { "منذ عقدين", "2 (decade) w2" }, { "يومان", "2 (day) w2" }, { "بعد شهرين", "2 (month) w2" }, { "وساعتين", "2 (hour) w2" }, { "مرتين", "2 w2" },
        { "بدولارين", "2 money (any-dollar) w2" }, { "كيلومترين", "2 (kilometre) w2" }, { "ثلاثة أعوام ونصف العام", "3.5 (year) w" }, { "عام ونصف العام", "1.5 (year) w" }, { "ساعة ونصف", "1.5 (hour) w" },
        { "عامين ونصف العام", "2.5 (year) w" }, { "خمسة ونصف", "5.5 w" }, { "نصف ساعة", "0.5 (hour) w" });
}

static void test_percentages_and_money(void **state) {
  (void)state;
  CHECK({ "نسبة 40%", "40 percent" }, { "نسبة ٤٠٪", "40 percent" }, { "نسبة %40", "40 percent" }, { "12,5 في المئة", "12.5 percent" }, { "أربعين بالمئة", "40 percent w" }, { "خمسة في المائة", "5 percent w" },
        { "3 نقاط مئوية", "3 (point)" }, { "25 نقطة أساس", "25 (basis-point)" }, { "دفع $5", "5 money (any-dollar)" }, { "دفع 5 $", "5 money (any-dollar)" }, { "دفع €2.5 مليون", "2500000 money (EUR)" },
        { "بلغت US$ 5", "5 money (USD)" }, { "100 دولار أمريكي", "100 money (USD)" }, { "100 دولار أسترالي", "100 money (AUD)" }, { "20 جنيها إسترلينيا", "20 money (GBP)" }, { "7 ملايين من الدولارات", "7000000 money (any-dollar)" },
        { "ملايين الدولارات", "1000000 vague (any-dollar) w" }, { "300 كم/ساعة", "300 (kilometre-per-hour)" }, { "300 كيلومتر في الساعة", "300 (kilometre-per-hour)" }, { "40 درجة مئوية", "40 (celsius)" }, { "-5 درجات", "-5 (degree)" },
        { "10 km", "10 (kilometre)" }, { "128 غيغابايت", "128 (gigabyte)" }, { "500 متر مربع", "500 (square-metre)" });
}

static void test_years_and_centuries(void **state) {
  (void)state;
  CHECK({ "عام 2019", "2019 year" }, { "في 2019 أعلنت", "2019 year" }, { "بين عامي 2015 و2020", "2015 year from; 2020 year to" }, { "قتل 2019 شخصا", "2019" }, { "2000 شخص", "2000" }, { "عام ألفين وثلاثة وعشرين", "2023 year w" },
        { "سنة 1445 هـ", "1445 year (hijri)" }, { "3 مارس 2024", "2024 year" }, { "3/5/2024", "2024 year" }, { "موسم 2023/2024", "2023 year; 2024 year" }, { "موسم 2019-20", "2019 year from; 2020 year to" },
        { "الثمانينيات", "80 decade w" }, { "ثمانينات القرن الماضي", "1980 decade w" }, { "عشرينيات القرن الحالي", "2020 decade w" }, { "ثلاثينيات القرن التاسع عشر", "1830 decade w" },
        { "القرن الحادي والعشرين", "21 century w" }, { "القرن الـ21", "21 century" }, { "القرن العشرين", "20 century w" });
}

static void test_clocks(void **state) {
  (void)state;
  CHECK({ "الساعة 10:30", "630 clock" }, { "العاشرة والنصف مساء", "1350 clock w" }, { "الساعة 15:00 بتوقيت غرينتش", "900 clock" }, { "الساعة الواحدة ظهرا", "780 clock w" }, { "الساعة الثانية عشرة", "720 clock w" },
        { "في السابعة إلا ربعا صباحا", "405 clock w" }, { "الساعة 8 مساء", "1200 clock" }, { "الساعة الثامنة و20 دقيقة", "500 clock w" }, { "الساعة 5 بعد الظهر", "1020 clock" }, { "12:30 صباحا", "30 clock" }, { "سجل في الدقيقة 3:35 هدفا", "3 id" }, { "عند الحفرة التاسعة في صباح الجمعة", "9 ordinal w" });
}

static void test_ranges_and_scores(void **state) {
  (void)state;
  CHECK({ "فاز الفريق 3-1", "3 one; 1 other" }, { "تعادلا 1-1", "1 one; 1 other" }, { "خلال 5-8 سنوات", "5 (year) from; 8 (year) to" }, { "من 5 إلى 8 مليارات دولار", "5000000000 money (any-dollar) from; 8000000000 money (any-dollar) to" },
        { "بين 5 و8 أشخاص", "5 from; 8 to" }, { "بين ثلاثة وخمسة", "3 from w; 5 to w" }, { "2019-2020", "2019 year from; 2020 year to" }, { "من 10 إلى 5%", "10 percent from; 5 percent to" }, { "بين ألفين وثلاثة آلاف", "2000 from w; 3000 to w" },
        { "بين ألف و500 متر", "1000 (metre) from w; 500 (metre) to" });
}

static void test_names(void **state) {
  (void)state;
  CHECK({ "القناة 12 الإسرائيلية", "12 id" }, { "كوفيد-19", "19 id" }, { "طائرة F-35", "35 id" }, { "منظومة إس-400", "400 id" }, { "مجموعة السبع", "7 id w" }, { "دول مجموعة العشرين", "20 id w" }, { "القرار رقم 2254", "2254 id" },
        { "الاتصال على الرقم 111 555 0800", "111 id" }, { "هاتف 0522-45-67-89", "522 id" }, { "النسخة 1.2.3", "1 id" }, { "الاجتماع السداسي", "6 w" }, { "القمة الرباعية", "4 w" });
}

static int set_up(void **state) {
  (void)state;
  struct mdq_error error = { 0 };
  mdq_chars_init();
  bool failed = mdq_table_load(&months, getenv("MUDAQQIQ_DICTS"), "dates/months.tsv", &error) || mdq_table_load(&weekdays, getenv("MUDAQQIQ_DICTS"), "dates/weekdays.tsv", &error);
  for (size_t i = 0; i < MDQ_QUANTITY_TABLES && !failed; i++) {
    failed = mdq_table_load(&loaded[i], getenv("MUDAQQIQ_DICTS"), mdq_facts_tables[i], &error) != MDQ_OK;
    tables[i] = &loaded[i];
  }
  if (failed) print_error("%s\n", error.message);
  return failed;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < MDQ_QUANTITY_TABLES; i++) mdq_table_free(&loaded[i]);
  mdq_table_free(&months);
  mdq_table_free(&weekdays);
  mdq_tokens_free(&tokens);
  mdq_words_free(&words);
  mdq_arena_free(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_figures), cmocka_unit_test(test_magnitudes), cmocka_unit_test(test_words), cmocka_unit_test(test_homographs), cmocka_unit_test(test_duals_and_halves),
    cmocka_unit_test(test_percentages_and_money), cmocka_unit_test(test_years_and_centuries), cmocka_unit_test(test_clocks), cmocka_unit_test(test_ranges_and_scores),
    cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
