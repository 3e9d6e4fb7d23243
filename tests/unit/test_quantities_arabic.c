/* Quantities in Arabic: what each number of a text says, however it is written. */
#include "support.h"

#include <math.h>

#include "lint/facts.h"
#include "quantity/find.h"
#include "quantity/phrase.h"
#include "quantity/units.h"
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
  assert_true(mdq_dates_find(&arena, &segment, NULL, &months, &weekdays, &dates));
  assert_true(mdq_quantities_arabic(&arena, &segment, NULL, tables, &dates, &found));
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

#define CHECK(...)                                       \
  do {                                                   \
    static const struct expectation cases[] = { __VA_ARGS__ }; \
    check_readings(shown, cases, sizeof cases / sizeof *cases); \
  } while (0)

static void test_figures(void **state) {
  (void)state;
  CHECK({ "باع المتجر 1,234.5 قطعة", "1234.5" }, { "باع المتجر 1.234,5 قطعة", "1234.5" }, { "باع المتجر ١٬٢٣٤٫٥ قطعة", "1234.5" }, { "باع ۱۲۳ قطعة", "123" },
        { "بلغت 2،5 مليون برميل", "2500000 (barrel)" }, { "بلغت 2.5 مليون برميل", "2500000 (barrel)" }, { "المواد 3، 4 و5", "3; 4; 5" }, { "بلغ السعر 1.234 نقطة", "1.234 (point)?" },
        { "فر 30،000 شخص", "30000" }, { "فاز 14½-13½", "14.5 one; 13.5 other" }, { "فر 1،200،000 شخص", "1200000" }, { "بلغ حوالي 7ر5 مليون سائح", "5700000~" }, { "إلى 04.\u200F5 مليون وحدة", "5040000" }, { "زرع 76.000 هكتار", "76000 (hectare)" },
        { "وزّع و45 سلة", "45" }, { "أشاد بـ12 لاعبا", "12" }, { "حضر ال30 مندوبا", "30" }, { "كلّف 20 000 درهم", "20000 money (any-dirham)" }, { "كلّف 1 200 000 درهم", "1; 200000 money (any-dirham)" });
}

static void test_magnitudes(void **state) {
  (void)state;
  CHECK({ "309 آلاف و12 ناخبا", "309012" }, { "ضخت (72) مليون ريال", "72000000 money (any-riyal)" }, { "عددهم (15) ثم مليون", "15; 1000000 w" }, { "نحو 1.2 مليار دولار", "1200000000 money (any-dollar)~" }, { "مليونا دولار", "2000000 money (any-dollar) w" }, { "مليوني شخص", "2000000 w" },
        { "مليونان ونصف المليون", "2500000 w" }, { "نصف مليون لاجئ", "500000 w" }, { "مليون ونصف المليون طفل", "1500000 w" }, { "مليون ونصف", "1500000 w" }, { "15 ألفا", "15000" },
        { "ألفا جندي", "2000 w" }, { "ألف مليار دولار", "1000000000000 money (any-dollar) w" }, { "3 تريليونات دولار", "3000000000000 money (any-dollar)" }, { "بليون دولار", "1000000000 money (any-dollar) w" },
        { "مئة ألف مقاتل", "100000 w" }, { "آلاف المتظاهرين", "1000 vague w" }, { "عشرات القتلى", "10 vague w" }, { "مئات الآلاف من السكان", "100000 vague w" }, { "عشرات الملايين", "10000000 vague w" },
        { "5 ملايين و300 ألف نسخة", "5300000" }, { "ثلاثة ملايين ومئتي ألف نسخة", "3200000 w" },
        { "ضم الحي ألفا و300 نسمة", "1300" }, { "جمع مليونا و400 ألف دينار", "1400000 money (any-dinar)" }, { "خسر مليارا ومئتي مليون ين", "1200000000 money (JPY) w" },
        { "زرعت مليونًا ونصف المليون شجرة", "1500000 w" }, { "بلغ الدين تريليونا وربع تريليون", "1250000000000 w" }, { "تخطى العدد مليونا.", "1000000 w" }, { "غادر مليونا من اللاجئين", "1000000 w" },
        { "باع مليونا نسخة", "2000000 w" }, { "حضر خمس آلاف طالب", "5000 w" }, { "ثمنه ألف دولارا", "1000 money (any-dollar) w" }, { "ألفا", "" }, { "كلفت مليارًا وثلاثمئة ألف", "1000300000 w" });
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
  CHECK({ "لست متأكدا", "" }, { "وجد ميتا", "" }, { "ميناء في البحرين", "" }, { "بين الجانبين 13%", "2 w2; 13 percent" }, { "كميات كبيرة", "" }, { "في الدقيقة 78 يوم الأحد", "78" }, { "بلغ 3 ملايين عام 2018", "3000000; 2018 year" }, { "افترس السبع فريسته", "" }, { "الذي ألف كتابا عنها", "" }, { "وزع ألف كتاب", "1000 w" }, { "الكاتب الذي ألف عنها", "" }, { "ست سنوات", "6 (year) w" }, { "سنوات سبع", "7 w" }, { "خلال السنوات الأربع الماضية", "4 (year) w" }, { "بالمباريات الست", "6 w" }, { "واجه ثلاث جنح", "3 w" }, { "خمس من الضحايا", "5 w" }, { "محاولة خامسة", "5 ordinal w" },
        { "خمس السكان", "0.2 w" }, { "خمس دول", "5 w" }, { "يوم الاثنين", "" }, { "الطرف الثاني", "2 ordinal w" }, { "في تشرين الثاني المقبل", "" }, { "مرة ثانية", "" }, { "في الربع الأول", "1 ordinal w" },
        { "الدور نصف النهائي", "" }, { "ربع السكان", "0.25 w" }, { "ثلاثة أرباع المقاعد", "0.75 w" }, { "ثلثي المقاعد", "0.66666667 w" });
}

static void test_duals_and_halves(void **state) {
  (void)state;
  CHECK({ "قبل عامين", "2 (year) w2" }, { "منذ عقدين", "2 (decade) w2" }, { "يومان", "2 (day) w2" }, { "بعد شهرين", "2 (month) w2" }, { "وساعتين", "2 (hour) w2" }, { "مرتين", "2 w2" },
        { "سيارتا إسعاف", "2 w2" }, { "ركلتي جزاء", "2 w2" }, { "سيارتي الجديدة", "" }, { "قال: «زوجتي تبكي»", "" }, { "صوتا للرياضيين", "" }, { "بدولارين", "2 money (any-dollar) w2" }, { "كيلومترين", "2 (kilometre) w2" }, { "ثلاثة أعوام ونصف العام", "3.5 (year) w" }, { "عام ونصف العام", "1.5 (year) w" }, { "ساعة ونصف", "1.5 (hour) w" },
        { "عامين ونصف العام", "2.5 (year) w" }, { "عامين وربع العام", "2.25 (year) w" }, { "درجتين مئويتين ونصف الدرجة", "2.5 (celsius) w" },
        { "درجة مئوية ونصف", "1.5 (celsius) w" }, { "مليونا وربع المليون دولار", "1250000 money (any-dollar) w" }, { "مليونا و300 ألف", "1300000" },
        { "أربعة ملايين وثلاثة أرباع المليون", "4750000 w" }, { "جزء من المئة من الثانية", "0.01 (second) w" }, { "9 أجزاء من الألف من الثانية", "0.009 (second)" }, { "خمسة من مئة شخص", "5 w; 100 w" },
        { "نمت 20 في المئة يوم الاثنين", "20 percent" }, { "خمسة ونصف", "5.5 w" }, { "نصف ساعة", "0.5 (hour) w" });
}

/* The reader passes over words that say no number: what stands around those that do is found all the same. */
static void test_numbers_among_other_words(void **state) {
  (void)state;
  CHECK({ "لم يقل الوزير شيئا عن ذلك أمس", "" }, { "قال الوزير إن الحرارة بلغت درجة مئوية ونصف ثم هبطت", "1.5 (celsius) w" }, { "عاد الرجل بعد عام ونصف العام إلى بيته", "1.5 (year) w" },
        { "سبق العداء منافسه بجزء من الألف من الثانية", "0.001 (second) w" }, { "ذكر الشاهد أن السائق نقل و45 راكبا معه", "45" }, { "باعت الشركة F-35 ساعة ونصف", "35 id; 1.5 (hour) w" },
        { "انتظر المسافرون حتى الثالث من مارس 2021 عاما ونصف العام هناك", "2021 year; 1.5 (year) w" }, { "من 3 مارس إلى عام ونصف", "1.5 (year) w" }, { "وصل الوفد يوم الأحد 5 مايو ومعه 7 خبراء", "7" },
        { "غادر ثلاثة منهم ثم بقي في المدينة اثنان وعاد خمسة", "3 w; 2 w; 5 w" });
}

static void test_percentages_and_money(void **state) {
  (void)state;
  CHECK({ "نسبة 40%", "40 percent" }, { "نسبة ٤٠٪", "40 percent" }, { "نسبة %40", "40 percent" }, { "الضحى (+2,85 في المائة)", "2.85 percent" }, { "12,5 في المئة", "12.5 percent" }, { "أربعين بالمئة", "40 percent w" }, { "خمسة في المائة", "5 percent w" },
        { "3 نقاط مئوية", "3 (percentage-point)" }, { "25 نقطة أساس", "25 (basis-point)" }, { "دفع $5", "5 money (any-dollar)" }, { "دفع 5 $", "5 money (any-dollar)" }, { "دفع €2.5 مليون", "2500000 money (EUR)" },
        { "بلغت US$ 5", "5 money (USD)" }, { "بلغ سعره Fr. 500", "500 money (CHF)" }, { "دفع 20 د.ك أمس", "20 money (KWD)" }, { "100 دولار أمريكي", "100 money (USD)" }, { "100 دولار أسترالي", "100 money (AUD)" }, { "20 جنيها إسترلينيا", "20 money (GBP)" }, { "7 ملايين من الدولارات", "7000000 money (any-dollar)" },
        { "ملايين الدولارات", "1000000 vague (any-dollar) w" }, { "300 كم/ساعة", "300 (kilometre-per-hour)" }, { "300 كيلومتر في الساعة", "300 (kilometre-per-hour)" }, { "40 درجة مئوية", "40 (celsius)" }, { "-5 درجات", "-5 (degree)" },
        { "10 km", "10 (kilometre)" }, { "128 غيغابايت", "128 (gigabyte)" }, { "500 متر مربع", "500 (square-metre)" });
}

static void test_years_and_centuries(void **state) {
  (void)state;
  CHECK({ "عام 2019", "2019 year" }, { "في 2019 أعلنت", "2019 year" }, { "بين عامي 2015 و2020", "2015 year from; 2020 year to" }, { "قتل 2019 شخصا", "2019" }, { "2000 شخص", "2000" }, { "عام ألفين وثلاثة وعشرين", "2023 year w" },
        { "سنة 1445 هـ", "1445 year (hijri)" }, { "3 مارس 2024", "2024 year" }, { "3/5/2024", "2024 year" }, { "يوم 31 من الشهر الجاري", "31" }, { "بين عامي 2010 و2014 متتبعا", "2010 year from; 2014 year to" }, { "(465-540هـ)", "465 year (hijri) from; 540 year (hijri) to" }, { "موسم 2023/2024", "2023 year; 2024 year" }, { "موسم 2019-20", "2019 year from; 2020 year to" },
        { "الثمانينيات", "80 decade w" }, { "ثمانينات القرن الماضي", "1980 decade w" }, { "عشرينيات القرن الحالي", "2020 decade w" }, { "ثلاثينيات القرن التاسع عشر", "1830 decade w" },
        { "العقد الثاني من القرن الحادي والعشرين", "2010 decade w" }, { "والعقد الأول من القرن الـ21", "2000 decade w" }, { "البند الثاني من القرن العشرين", "2 ordinal w; 20 century w" },
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
  CHECK({ "القناة 12 الإسرائيلية", "12 id" }, { "أقر القانون 45 نائبا", "45" }, { "أيد القرار 30% منهم", "30 percent" }, { "المادة 15 أحكام", "15 id" }, { "كوفيد-19", "19 id" }, { "طائرة F-35", "35 id" }, { "مرتبط بكوفيد 19", "19 id" }, { "منظومة إس-400", "400 id" }, { "مجموعة السبع", "7 id w" }, { "دول مجموعة العشرين", "20 id w" }, { "القرار رقم 2254", "2254 id" },
        { "الاتصال على الرقم 113 440 0700", "113 id" }, { "هاتف 0522-45-67-89", "522 id" }, { "النسخة 1.2.3", "1 id" }, { "الاجتماع السداسي", "6 w" }, { "القمة الرباعية", "4 w" });
}

static void check_unit(const struct mdq_unit *unit, const char *id, double worth) {
  assert_non_null(unit);
  if (!mdq_span_is(mdq_unit_id(unit), id)) fail_msg("%.*s instead of %s", (int)mdq_unit_id(unit).len, mdq_unit_id(unit).ptr, id);
  assert_true(fabs(mdq_unit_worth(unit) - worth) <= worth * 1e-12);
}

static void test_units_have_names_in_both_languages(void **state) {
  (void)state;
  const struct mdq_table *units = tables[MDQ_TABLE_UNITS];
  check_unit(mdq_unit_english(units, MDQ_SPAN_LIT("miles")), "mile", 1609.344);
  check_unit(mdq_unit_english(units, MDQ_SPAN_LIT("pounds")), "any-pound", 0); /* the money comes first */
  check_unit(mdq_unit_by_id(units, MDQ_SPAN_LIT("pound")), "pound", 0.45359237);
  check_unit(mdq_unit_arabic(units, MDQ_SPAN_LIT("دولارات امريكيه")), "USD", 0);
  check_unit(mdq_unit_arabic(units, MDQ_SPAN_LIT("نانومتر")), "nanometre", 1e-9);
  check_unit(mdq_unit_arabic(units, MDQ_SPAN_LIT("كيلومتر مربع")), "square-kilometre", 1e6);
  assert_null(mdq_unit_arabic(units, MDQ_SPAN_LIT("mile")));
  assert_null(mdq_unit_english(units, MDQ_SPAN_LIT("")));
  const struct mdq_unit *dollar = mdq_unit_english(units, MDQ_SPAN_LIT("$")), *american = mdq_unit_english(units, MDQ_SPAN_LIT("US$")), *euro = mdq_unit_english(units, MDQ_SPAN_LIT("euros"));
  assert_true(mdq_units_agree(dollar, american) && mdq_units_agree(american, dollar) && mdq_units_agree(euro, NULL) && mdq_units_agree(euro, euro));
  assert_false(mdq_units_agree(american, euro) || mdq_units_agree(dollar, euro) || mdq_units_agree(american, mdq_unit_english(units, MDQ_SPAN_LIT("C$"))));
}

/* -- spelling out, to be read back -- */

enum style { FEMININE = 1, OBLIQUE = 2, MAA = 4 /* مائة */, SPLIT = 8 /* ثلاث مئة */, CONSTRUCT = 16 /* مئتا, ألفا before a noun */, EVERY_STYLE = 32 };

struct speller {
  char text[512];
  size_t len;
  unsigned style;
};

static void say(struct speller *s, const char *word) {
  s->len += (size_t)snprintf(s->text + s->len, sizeof s->text - s->len, "%s", word);
  assert_true(s->len < sizeof s->text);
}

static const char *const bare_units[] = { "", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر" };
static const char *const tens_stems[] = { "", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع" };

static void say_unit(struct speller *s, unsigned n, bool feminine) { /* 3 to 10 */
  say(s, bare_units[n]);
  if (!feminine) say(s, "ة");
}

static void say_below_hundred(struct speller *s, unsigned n, bool feminine) {
  bool oblique = s->style & OBLIQUE;
  unsigned unit = n % 10;
  if (n == 1) say(s, feminine ? "واحدة" : "واحد");
  else if (n == 2) say(s, feminine ? (oblique ? "اثنتين" : "اثنتان") : oblique ? "اثنين" : "اثنان");
  else if (n <= 10) say_unit(s, n, feminine);
  else if (n == 11) say(s, feminine ? "إحدى عشرة" : "أحد عشر");
  else if (n == 12) say(s, feminine ? (oblique ? "اثنتي عشرة" : "اثنتا عشرة") : oblique ? "اثني عشر" : "اثنا عشر");
  else if (n < 20) say_unit(s, unit, feminine), say(s, feminine ? " عشرة" : " عشر");
  else {
    if (unit == 1) say(s, feminine ? "إحدى" : "واحد");
    else if (unit) say_below_hundred(s, unit, feminine);
    if (unit) say(s, " و");
    say(s, tens_stems[n / 10]);
    say(s, oblique ? "ين" : "ون");
  }
}

static void say_below_thousand(struct speller *s, unsigned n, bool feminine, bool noun_follows) {
  bool maa = s->style & MAA;
  unsigned hundreds = n / 100;
  if (hundreds == 2) {
    say(s, maa ? "مائت" : "مئت");
    say(s, s->style & OBLIQUE ? (noun_follows && n % 100 == 0 ? "ي" : "ين") : noun_follows && n % 100 == 0 ? "ا" : "ان");
  } else if (hundreds) {
    if (hundreds > 2) say(s, hundreds == 8 && !(s->style & SPLIT) ? "ثمان" : bare_units[hundreds]);
    if (hundreds > 2 && (s->style & SPLIT)) say(s, " ");
    say(s, maa ? "مائة" : "مئة");
  }
  if (hundreds && n % 100) say(s, " و");
  if (n % 100) say_below_hundred(s, n % 100, feminine);
}

static const struct {
  const char *singular, *plural;
} scales[] = { { "", "" }, { "ألف", "آلاف" }, { "مليون", "ملايين" }, { "مليار", "مليارات" }, { "تريليون", "تريليونات" } };

static void say_dual(struct speller *s, const char *noun, bool noun_follows) {
  say(s, noun);
  say(s, s->style & OBLIQUE ? (noun_follows ? "ي" : "ين") : noun_follows ? "ا" : "ان");
}

static void say_group(struct speller *s, unsigned n, unsigned scale, bool last) {
  bool noun_follows = last && (s->style & CONSTRUCT);
  unsigned rest = n % 100;
  if (!scale) {
    say_below_thousand(s, n, s->style & FEMININE, noun_follows);
  } else if (n <= 2) {
    if (n == 1) say(s, scales[scale].singular);
    else say_dual(s, scales[scale].singular, noun_follows);
  } else if (n > 100 && (rest == 1 || rest == 2)) {
    say_group(s, n - rest, scale, false);
    say(s, " و");
    say_group(s, rest, scale, last);
  } else {
    say_below_thousand(s, n, false, true);
    say(s, " ");
    say(s, rest >= 3 && rest <= 10 ? scales[scale].plural : scales[scale].singular);
    if (rest > 10 && !noun_follows) say(s, "ا");
  }
}

static void spell_out(struct speller *s, uint64_t n) {
  unsigned groups[6], count = 0;
  s->len = 0;
  if (!n) say(s, "صفر");
  for (uint64_t rest = n; rest; rest /= 1000) groups[count++] = (unsigned)(rest % 1000);
  unsigned lowest = 0;
  while (lowest + 1 < count && !groups[lowest]) lowest++;
  for (unsigned scale = count; scale-- > 0;) {
    if (!groups[scale]) continue;
    if (s->len) say(s, " و");
    say_group(s, groups[scale], scale, scale == lowest);
  }
}

static void check_read_back(uint64_t n, unsigned style) {
  struct speller s = { .style = style };
  char text[600];
  spell_out(&s, n);
  snprintf(text, sizeof text, "%s %s", s.text, style & FEMININE ? "ليرة" : "دينار");
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  struct mdq_number_phrase phrase;
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  if (!mdq_number_phrase(tables, &segment, 0, &phrase)) fail_msg("%llu in style %u is no number: %s", (unsigned long long)n, style, text);
  if (phrase.value != (double)n || phrase.last + 2 != segment.token_count) fail_msg("%llu in style %u is read as %.15g up to token %zu: %s", (unsigned long long)n, style, phrase.value, phrase.last, text);
}

static void test_small_numbers_are_read_back(void **state) {
  (void)state;
  for (uint64_t n = 0; n <= 12345; n++)
    for (unsigned style = 0; style < EVERY_STYLE; style++) check_read_back(n, style);
}

/* A fixed sequence, so that a failure can be seen again. */
static uint64_t next_random(uint64_t *seed) {
  *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return *seed >> 20;
}

static void test_large_numbers_are_read_back(void **state) {
  (void)state;
  static const uint64_t limits[] = { 1000000, 1000000000, UINT64_C(1000000000000), UINT64_C(1000000000000000) };
  uint64_t seed = 1;
  for (size_t l = 0; l < sizeof limits / sizeof *limits; l++)
    for (int i = 0; i < 20000; i++) check_read_back(next_random(&seed) % limits[l], (unsigned)(next_random(&seed) % EVERY_STYLE));
  for (uint64_t power = 1000; power <= UINT64_C(100000000000000); power *= 10)
    for (uint64_t digit = 1; digit <= 9; digit++)
      for (unsigned style = 0; style < EVERY_STYLE; style++) {
        check_read_back(digit * power, style);
        check_read_back(digit * power + digit, style);
        check_read_back(digit * power - 1, style);
      }
}

static int set_up(void **state) {
  (void)state;
  struct mdq_error error = { 0 };
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
    cmocka_unit_test(test_numbers_among_other_words),
    cmocka_unit_test(test_percentages_and_money), cmocka_unit_test(test_years_and_centuries), cmocka_unit_test(test_clocks), cmocka_unit_test(test_ranges_and_scores),
    cmocka_unit_test(test_names), cmocka_unit_test(test_units_have_names_in_both_languages), cmocka_unit_test(test_small_numbers_are_read_back), cmocka_unit_test(test_large_numbers_are_read_back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
