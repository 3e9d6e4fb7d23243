/* Numbers and dates of a draft against those of its source: what is the same said otherwise, and what is not. */
#include "support.h"

static mdq_linter *linter;

struct both {
  const char *source, *draft, *rules; /* the rules that report it, without "bilingual/" */
};

static void check(const struct both *cases, size_t count) {
  static struct findings all;
  size_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    char got[256] = "";
    lint_bytes(linter, cases[i].draft, strlen(cases[i].draft), cases[i].source, &all);
    for (size_t k = 0; k < all.count; k++) {
      size_t used = strlen(got);
      snprintf(got + used, sizeof got - used, "%s%s", k ? " " : "", all.items[k].rule + strlen("bilingual/"));
    }
    if (strcmp(got, cases[i].rules)) {
      print_error("%s\n%s\n  gives    %s\n  expected %s\n", cases[i].source, cases[i].draft, got, cases[i].rules);
      for (size_t k = 0; k < all.count; k++) print_error("    %s\n", all.items[k].message);
      wrong++;
    }
    findings_free(&all);
  }
  assert_int_equal(wrong, 0);
}

#define CHECK(...)                                     \
  do {                                                 \
    (void)state;                                       \
    static const struct both cases[] = { __VA_ARGS__ }; \
    check(cases, sizeof cases / sizeof *cases);        \
  } while (0)

static void test_the_same_said_otherwise(void **state) {
  CHECK({ "He waited two weeks", "انتظر أسبوعين", "" }, { "He waited two weeks", "انتظر 14 يوما", "" }, { "It took 18 months", "استغرق الأمر عاما ونصف العام", "" },
        { "a decade later", "بعد عشر سنوات", "" }, { "two decades of war", "عشرون عاما من الحرب", "" }, { "two decades of war", "عقدان من الحرب", "" },
        { "a dozen people", "اثنا عشر شخصا", "" }, { "a dozen people", "عشرات الأشخاص", "" }, { "half a million people", "500 ألف شخص", "" }, { "half a million people", "نصف مليون شخص", "" },
        { "a quarter of a million people", "ربع مليون شخص", "" }, { "1.5 million", "مليون ونصف المليون", "" }, { "$1.2bn", "1.2 مليار دولار", "" }, { "$1.2bn", "مليار و200 مليون دولار", "" },
        { "some 820,000 people", "نحو 820 ألف شخص", "" }, { "over 10 miles", "أكثر من 16 كيلومترا", "" }, { "6 feet deep", "بعمق 1.8 متر", "" }, { "90 degrees Fahrenheit", "32 درجة مئوية", "" },
        { "80 degrees", "27 درجة مئوية", "" }, { "at 3 p.m.", "في الساعة الثالثة عصرا", "" }, { "at 3 p.m.", "عند الساعة 15:00", "" }, { "at 10:30 a.m.", "في العاشرة والنصف صباحا", "" },
        { "in the 1980s", "في ثمانينيات القرن الماضي", "" }, { "in the 1980s", "في الثمانينيات", "" }, { "in the early 2000s", "في مطلع القرن الحادي والعشرين", "" },
        { "the 19th century", "القرن التاسع عشر", "" }, { "a third of voters", "ثلث الناخبين", "" }, { "a third of voters", "33% من الناخبين", "" }, { "three quarters of them", "75 في المئة منهم", "" },
        { "his third goal", "هدفه الثالث", "" }, { "a hip-hop trio", "ثلاثي الهيب هوب", "" }, { "Sales tripled", "تضاعفت المبيعات ثلاث مرات", "" }, { "a tenfold rise", "زيادة بعشرة أضعاف", "" },
        { "the last four days", "الأيام الأربعة الأخيرة", "" }, { "the past four years", "السنوات الأربع الماضية", "" }, { "five of the victims", "خمسة من الضحايا", "" },
        { "won 3-1", "فاز 3-1", "" }, { "won 3-1", "فاز بثلاثة أهداف مقابل هدف", "" }, { "two to three million people", "من مليونين إلى ثلاثة ملايين شخص", "" }, { "5-8 days", "ما بين خمسة وثمانية أيام", "" },
        { "70-90% of men", "من 70 إلى 90 في المئة من الرجال", "" }, { "World War II", "الحرب العالمية الثانية", "" }, { "King Louis XIV", "الملك لويس الرابع عشر", "" }, { "the G7 leaders", "قادة مجموعة السبع", "" },
        { "after 9/11", "بعد هجمات الحادي عشر من سبتمبر", "" }, { "in Group D", "في المجموعة الرابعة", "" }, { "several hundred people", "مئات الأشخاص", "" }, { "tens of thousands", "عشرات الآلاف", "" },
        { "1950-53", "1950 و1953", "" }, { "the 2018-19 season", "موسم 2018-2019", "" }, { "a 24-year-old", "شاب في الرابعة والعشرين من عمره", "" }, { "no one knows", "لا أحد يعلم", "" },
        { "20/20 vision", "رؤية واضحة", "" }, { "a fortnight ago", "قبل أسبوعين", "" }, { "at 2030 GMT", "في الساعة 20:30 بتوقيت غرينتش", "" }, { "nineteen people", "19 شخصا", "" },
        { "He is 6ft 4in tall", "طوله 193 سنتيمترا", "" }, { "a 6-foot-6 forward", "مهاجم طوله 198 سنتيمترا", "" }, { "He weighs 220 pounds", "وزنه 100 كيلوغرام", "" }, { "for 12 years and six months", "لمدة 12 عاما ونصف العام", "" },
        { "for 12 and a half years", "لمدة 12 عاما وستة أشهر", "" }, { "one in five adults", "خُمس البالغين", "" }, { "a fifth of adults", "واحد من كل خمسة بالغين", "" },
        { "open 24 hours a day", "مفتوح على مدار الساعة", "" }, { "at noon on Saturday", "ظهر السبت", "" }, { "30 days in jail", "السجن شهرا", "" }, { "within a year", "في غضون 12 شهرا", "" }, { "in 24 hours", "خلال يوم", "" },
        { "a 4K screen with 3D", "شاشة ثلاثية الأبعاد بدقة 4K", "" }, { "and $1", "ودولارا واحدا", "" }, { "1,300 residents", "ألفا و300 نسمة", "" }, { "1.4 million trees", "مليونا و400 ألف شجرة", "" }, { "$1.5bn", "مليارا ونصف المليار دولار", "" },
        { "It cost 1.25 trillion yen", "كلف تريليونًا وربع تريليون ين", "" }, { "Nine out of ten people agree", "يوافق 90 في المئة من الناس", "" }, { "One in ten people agree", "يوافق 10 في المئة من الناس", "" },
        { "It rose by 100 basis points", "ارتفع نقطة مئوية واحدة", "" }, { "in the 1950s and 1990s", "في خمسينيات القرن الماضي وتسعينياته", "" }, { "in the 1950s and 1990s", "في تسعينيات وخمسينيات القرن الماضي", "" }, { "The last train leaves the town at half past one", "يغادر آخر قطار البلدة في الساعة الواحدة والنصف", "" }, { "The last show starts in the town at a quarter to nine", "يبدأ آخر عرض في البلدة في التاسعة إلا الربع", "" }, { "The show in the town opens at 12:00 GMT", "يفتتح العرض في البلدة ظهرا بتوقيت جرينتش", "" },
        { "The show in the town opens at 3 p.m. local time", "يفتتح العرض في البلدة الساعة الثالثة عصرا بالتوقيت المحلي (12:00 بتوقيت جرينتش)", "" }, { "The match took him 94 minutes on Friday evening", "استغرقت منه المباراة مساء الجمعة ساعة و34 دقيقة", "" }, { "The trip took them an hour and 34 minutes", "استغرقت الرحلة منهم 94 دقيقة فقط", "" },
        { "The talks in the town lasted an hour and a half", "استمرت المحادثات في البلدة 90 دقيقة كاملة", "" }, { "He had ruled the country for a decade and a half", "كان قد حكم البلاد طيلة 15 عاما", "" }, { "It stayed there for a year and three months", "بقي هناك مدة 15 شهرا بالتمام", "" },
        { "A couple of dozen people came to the meeting", "حضر الاجتماع نحو 20 شخصا من البلدة", "" }, { "The state has some 3 lakh registered voters", "في الولاية نحو 300 ألف ناخب مسجل", "" }, { "The service has 2 crore users in India", "لدى الخدمة 20 مليون مستخدم في الهند", "" }, { "The 118th session of the body opened", "افتتحت الدورة الثامنة عشرة بعد المئة للهيئة", "" },
        { "He left the town in nineteen ninety for good", "غادر البلدة نهائيا في عام 1990", "" }, { "The rules of the airlines have changed since 9/11", "تغيرت قواعد شركات الطيران منذ 11 سبتمبر 2001", "" }, { "The economy of the country grew last year", "نما اقتصاد البلاد في العام الماضي 2025", "" },
        { "A spokesman for 10 Downing Street said so on the day", "قال ذلك متحدث باسم داونينغ ستريت في ذلك اليوم", "" }, { "She won the match 7-6 (7/5), 6-4 against the champion", "فازت في المباراة 7-6 (7-5) و6-4 على البطلة", "" }, { "a 400-mile trip cost $3K", "كلفت رحلة الـ400 ميل 3 آلاف دولار", "" });
}

static void test_dates_said_otherwise(void **state) {
  CHECK({ "on March 3", "في الثالث من آذار", "" }, { "on 5/3/2024", "في 3 مايو 2024", "" }, { "on 5/3/2024", "في 5 مارس 2024", "" }, { "on Sept. 30, 2005", "في 30 أيلول/سبتمبر 2005", "" },
        { "Tuesday, March 3", "الثلاثاء الموافق 3 مارس", "" }, { "May 3-5", "من 3 إلى 5 مايو", "" }, { "in June", "في حزيران", "" }, { "in June", "الشهر الماضي", "" }, { "on Monday", "أمس", "" },
        { "on the 21st", "في الحادي والعشرين من الشهر", "" }, { "On Black Friday sales rose after a weak Thursday", "ارتفعت المبيعات يوم الجمعة السوداء بعد يوم ضعيف", "" }, { "Mrs May said", "قالت السيدة ماي", "" },
        { "It was issued on February 18, 2026", "صدر في 1/9/1447هـ الموافق 18/2/2026", "" }, { "Fasting begins on February 18, 2026", "يبدأ الصيام في الأول من رمضان 1447 هـ يوم 18 فبراير 2026", "" }, { "It was founded in 1932", "تأسست عام 1351 هـ (1932)", "" },
        { "It was founded in 1932", "تأسست عام 1351 هـ (1923)", "number-mismatch" });
}

static void test_contradictions(void **state) {
  CHECK({ "17 people died", "قتل 71 شخصا", "number-mismatch" }, { "17 people died", "قتل 18 شخصا", "number-mismatch" }, { "three men", "أربعة رجال", "number-mismatch" }, { "2.8 million", "28 مليونا", "number-mismatch" },
        { "$3 million", "3 مليارات دولار", "magnitude" }, { "millions of people", "مليارات الناس", "magnitude" }, { "He left in 1998", "رحل في عام 1989", "number-mismatch" }, { "in the 1980s", "في تسعينيات القرن الماضي", "number-mismatch" },
        { "The match lasted 94 minutes", "استمرت المباراة ساعة و44 دقيقة", "number-mismatch" }, { "The show in the town opens at 11:00 GMT", "يفتتح العرض في البلدة ظهرا بتوقيت جرينتش", "number-missing" }, { "They met at 10:30", "التقوا في الساعة 10:50", "number-mismatch" }, { "won 2-1", "فاز 2-0", "number-mismatch" }, { "on March 3", "في 4 مارس", "date" }, { "on March 3", "في 3 أبريل", "date" }, { "in June", "في يوليو", "date" },
        { "on Monday", "يوم الأحد", "weekday" }, { "40 percent of them", "40 منهم", "percent" }, { "40 of them", "40% منهم", "percent" }, { "40 years", "40% عاما", "percent" }, { "It costs $40", "سعره 40 يورو", "currency" },
        { "on Radio 4", "في راديو 5", "number-mismatch" }, { "for 45 years", "لمدة 12 عاما", "number-mismatch" },
        { "for 30 days", "أسبوعا", "number-missing" }, { "It rose by 50 basis points", "ارتفع نقطة مئوية واحدة", "number-missing" });
}

static void test_one_side_only(void **state) {
  CHECK({ "17 people died", "قتل أشخاص", "number-missing" }, { "People died", "قتل 17 شخصا", "number-extra" }, { "five men came.", "جاء رجال.", "number-missing" }, { "one man", "رجل", "" }, { "both men", "رجلان", "" },
        { "on March 3 they met", "التقوا", "date-missing" }, { "A dozen times, 30 men came.", "جاء 30 رجلا.", "number-missing" }, { "100 metres (328 feet)", "100 متر", "" });
}

static void test_numbers_may_move_to_the_neighbouring_line(void **state) {
  CHECK({ "He left.\nIt was 45 years ago.", "رحل قبل 45 عاما.\nكان ذلك.", "" }, { "He is 45.\nA.\nB.\nC.", "هو رجل.\nأ.\nب.\nعمره 45.", "" }, { "He is 7.\nA.\nB.\nC.", "هو رجل.\nأ.\nب.\nعمره 7.", "number-missing number-extra" });
}

static void test_clocks_and_durations(void **state) {
  CHECK({ "The vote ended by 0915 GMT", "انتهى التصويت بحلول الساعة 09:15 بتوقيت غرينتش", "" }, { "The ferry sailed at 0630 on Sunday", "أبحرت العبارة في السادسة والنصف صباح الأحد", "" },
        { "The tremor was felt at 0547 local time", "شعر السكان بالهزة في الساعة 05:47 بالتوقيت المحلي", "" }, { "Polls close by 1900 that day", "تغلق المراكز عند الساعة 19:00 من اليوم نفسه", "" }, { "The vote ended by 0915 GMT", "انتهى التصويت بحلول الساعة 09:45 بتوقيت غرينتش", "number-mismatch" },
        { "He ran it in 1:43.25", "قطعها في دقيقة و43.25 ثانية", "" }, { "He ran it in 1:43.25", "قطعها في دقيقة و48.25 ثانية", "number-extra" }, { "She won the race in 2:15:25", "فازت بالسباق بزمن ساعتين و15 دقيقة و25 ثانية", "" },
        { "He won in 2 hours 4 minutes and 12 seconds", "فاز بزمن 2:04:12 ساعة", "" }, { "He ran it in 3:35", "قطعها في ثلاث دقائق و35 ثانية", "" },
        { "It rose as of 1:45 p.m. ET (1745 GMT)", "ارتفع بحلول الساعة 17:45 بتوقيت غرينتش", "" }, { "It opens at 1:45 p.m. and closes at 6:20 p.m. daily.", "يفتح المتجر أبوابه في الساعة 13:45 ثم يغلق مساء.", "number-missing" });
}

static void test_parts(void **state) {
  CHECK({ "She won by 0.07 seconds", "فازت بفارق سبعة أجزاء من المئة من الثانية", "" }, { "He was 0.004 seconds behind", "تأخر بفارق 4 أجزاء من الألف من الثانية", "" }, { "three-hundredths of a second slower", "أبطأ بثلاثة أجزاء من المئة من الثانية", "" },
        { "He was 0.16 seconds behind", "تأخر بفارق 12 جزءا من المئة من الثانية", "number-mismatch" }, { "He was jailed for 2 1/4 years", "سُجن عامين وربع العام", "" }, { "It took 3 1/2 hours", "استغرق ثلاث ساعات ونصف الساعة", "" },
        { "a 5-1/2 year term", "ولاية مدتها خمس سنوات ونصف السنة", "" }, { "It took 3 1/2 hours", "استغرق خمس ساعات ونصف الساعة", "number-mismatch" }, { "It cost $1.25 trillion", "كلف تريليونا وربع التريليون دولار", "" },
        { "4.75 million", "أربعة ملايين وثلاثة أرباع المليون", "" }, { "a quarter-point cut", "خفض بمقدار 25 نقطة أساس", "" }, { "a quarter-point cut", "خفض بمقدار 50 نقطة أساس", "number-extra" },
        { "warming of 1.5 C", "احترار بمقدار درجة مئوية ونصف", "" });
}

static void test_percent_of_lists(void **state) {
  CHECK({ "in a range of 2.25%-2.50% on Monday", "في نطاق بين 2.25 و2.50 في المئة يوم الاثنين", "" }, { "3.1%, 3.4% and 3.9% in turn", "3.1 و3.4 و3.9 بالمئة تباعا", "" },
        { "Four in ten voters agreed", "وافق 40 في المئة من الناخبين", "" }, { "40 percent of voters agreed", "وافق أربعة من كل عشرة ناخبين", "" }, { "Sales were down by a fifth", "تراجعت المبيعات بنسبة 20 في المئة", "" },
        { "Sales were down by a fifth", "تراجعت المبيعات بنسبة 30 في المئة", "number-extra" }, { "It affects one in 1,000 births", "يصيب مولودا واحدا من كل ألف", "" }, { "a magnitude-6.8 earthquake", "زلزال بقوة 6.8 درجات", "" },
        { "Hello %1$s, you have %2$d new items", "مرحبا %1$s، لديك %2$d عناصر جديدة", "" }, { "Welcome %1$s to page {0}", "أهلا %1$s في الصفحة {0}", "" },
        { "Sales of the company fell by half", "انخفضت مبيعات الشركة بنسبة 50 في المئة", "" }, { "More than one in five of the people are poor", "أكثر من 20 في المئة من الناس فقراء", "" }, { "Prices rose by 250 per cent in a year", "ارتفعت الأسعار مرتين ونصف المرة في عام", "" },
        { "The debt is now 1.1 times GDP", "يبلغ الدين الآن 110 بالمئة من الناتج", "" }, { "The debt is now 1.1 times GDP", "يبلغ الدين الآن 120 بالمئة من الناتج", "number-missing number-extra" }, { "It costs half as much again as the old one", "يكلف أكثر بـ50 في المئة من القديم", "" },
        { "It rose 3 percent to 40 in the week that ended with 8 percent", "ارتفع 3 إلى 40 في الأسبوع الذي انتهى بنسبة 8 بالمئة", "percent" });
}

static void test_periods(void **state) {
  CHECK({ "Third-quarter profit fell", "تراجعت الأرباح الفصلية", "" }, { "a charge in the fourth quarter", "مصاريف في الربع الأخير من العام", "" }, { "a charge in the fourth quarter", "مصاريف في الربع الثالث من العام", "number-mismatch" },
        { "the 2025/26 season", "موسم 2025-2026", "" }, { "the 2025/26 season", "موسم ٢٠٢٥/٢٠٢٦", "" }, { "the 2025/26 season", "موسم 2024-2025", "number-mismatch" }, { "in the 2010s", "في العقد الثاني من القرن الحالي", "" },
        { "LIMA, March 28 (Agency) - The judge ruled on Thursday", "قضى القاضي يوم الخميس", "" }, { "LIMA, March 28 (Agency) - The judge ruled", "ليما 27 مارس (الوكالة) - قضى القاضي", "date" },
        { "LIMA, March 28 (Agency) - The judge ruled", "ليما مارس (الوكالة) - قضى القاضي", "date-missing" }, { "LIMA, March 28 (Agency) - The judge ruled", "ليما 28 مارس 2026 (الوكالة) - قضى القاضي", "" },
        { "LIMA, March 28 (Agency) - The judge ruled", "ليما 28 مارس (الوكالة) - قضى القاضي 2026 مرة", "number-extra" },
        { "The forward scored a hat-trick", "أحرز المهاجم ثلاثة أهداف", "" }, { "The forward scored a hat trick", "أحرز المهاجم 14 هدفا", "number-extra" },
        { "The judge ruled on March 28 (a Thursday)", "قضى القاضي يوم الخميس", "date-missing" });
}

static void test_names_and_measures(void **state) {
  CHECK({ "Call the line 1-800-273-8255 for help", "اتصل على الرقم 1-800-273-8255 للمساعدة", "" }, { "Call the line 1-800-273-8255 for help", "اتصل على الرقم 18002738255 للمساعدة", "" }, { "The team is 10-3-1 this season", "سجل الفريق 10-3-1 هذا الموسم", "" }, { "Kepler 22b lies far away", "يقع كيبلر 22 ب بعيدا", "" },
        { "They spent 12b on it", "أنفقوا 12 عليه", "magnitude" }, { "100-degree heat", "حرارة تبلغ 38 درجة", "" }, { "100-degree heat", "حرارة تبلغ 48 درجة", "number-mismatch" },
        { "At night it was minus 22 degrees Fahrenheit there", "بلغت الحرارة هناك ليلا 30 درجة تحت الصفر", "" }, { "At night it was -22 °F in the town", "بلغت الحرارة في البلدة ليلا 30 درجة مئوية تحت الصفر", "" }, { "It was 5 degrees Fahrenheit in the town", "بلغت الحرارة في البلدة 15 درجة مئوية تحت الصفر", "" },
        { "The temperature fell by 18 degrees Fahrenheit at once", "انخفضت درجة الحرارة فجأة عشر درجات مئوية", "" }, { "The temperature fell by 18 degrees Fahrenheit at once", "انخفضت درجة الحرارة فجأة 18 درجة مئوية", "unit" },
        { "20 kilometers (12 miles) away", "على بعد 20 كيلومترا", "" }, { "The baby weighed 6 pounds, 9 ounces", "وزن المولود ثلاثة كيلوغرامات", "" }, { "About 1 1/2 miles of road", "نحو كيلومترين ونصف الكيلومتر من الطريق", "" },
        { "Japan's Nikkei 225 fell", "انخفض مؤشر نيكاي الياباني", "" }, { "The odds are 50-50", "الاحتمالات متساوية", "" }, { "20 kilometers (15 miles) away", "على بعد 20 كيلومترا", "number-missing" });
}

static void test_units(void **state) {
  CHECK({ "The pipeline is 400 miles long", "يبلغ طول الخط 400 كيلومتر", "unit" }, { "The pipeline is 400 miles long", "يبلغ طول الخط 644 كيلومترا", "" }, { "The pipeline is 400 miles long", "يبلغ طول الخط 400 ميل", "" },
        { "a ban of three months", "حظر مدته ثلاثة أسابيع", "unit" }, { "a ban of three months", "حظر مدته 90 يوما", "" }, { "within two weeks", "خلال يومين", "unit" }, { "three nights in Fez", "ثلاثة أيام في فاس", "" },
        { "It weighs 20 grams", "يزن 20 كيلوغراما", "unit" }, { "He lost 15 pounds", "فقد 15 كيلوغراما", "unit" }, { "He lost 15 pounds", "فقد سبعة كيلوغرامات", "" }, { "He lost 15 pounds", "فقد 15 رطلا", "" },
        { "45 C in the shade", "45 فهرنهايت في الظل", "unit" }, { "20 nautical miles off", "على بعد 20 ميلا", "" }, { "12.4 miles of it", "12 كيلومترا منه", "unit" },
        { "It rose 2 percentage points", "ارتفع بنسبة 2 في المئة", "unit" }, { "It rose 2 percent", "ارتفع نقطتين مئويتين", "unit" }, { "It rose 2 percent", "ارتفع نقطتين", "" }, { "It rose 7 basis points", "ارتفع 7 نقاط مئوية", "unit" },
        { "It rose 7 basis points", "ارتفع 7 نقاط", "" }, { "half a percentage point", "50 نقطة أساس", "" }, { "8 kilometres (5 miles)", "5 أميال (8 كيلومترات)", "" }, { "a mile long", "بطول 1.6 كيلومتر", "" },
        { "a 90-day pause", "مهلة الأشهر الثلاثة الأولى", "" }, { "2,000 runners", "ألفا عداء", "" }, { "3,000 runners", "ألفا عداء", "number-missing" }, { "a 90-day pause", "مهلة الأيام الثلاثة الأولى", "number-mismatch" });
}

static void test_currencies(void **state) {
  CHECK({ "London paid £40 million", "دفعت لندن 40 مليون جنيه مصري", "currency" }, { "London paid £40 million", "دفعت لندن 40 مليون جنيه", "" }, { "It paid £40 million", "دفع 40 مليون جنيه مصري", "" },
        { "Egypt paid the British firm 40 million pounds", "دفعت مصر للشركة البريطانية 40 مليون جنيه مصري", "" }, { "500 Canadian dollars", "500 دولار أسترالي", "currency" }, { "$1.54 billion", "1.5 مليار يورو", "currency" },
        { "20 cents", "20 دولارا", "currency" });
}

static void test_parts_and_ranks(void **state) {
  CHECK({ "A third of them", "نصفهم وافقوا", "number-mismatch" }, { "A third of patients died", "مات نصف المرضى", "number-mismatch" }, { "Two thirds of them", "ثلاثة أرباع منهم", "number-mismatch" }, { "Two thirds of them", "ثلثان منهم", "" },
        { "A fifth of the land", "سُدس الأرض", "number-mismatch" }, { "a 50% discount", "خصم بقيمة النصف", "" }, { "a 50% discount", "خصم بقيمة الثلث", "number-missing" },
        { "the first round", "الجولة الثانية", "number-mismatch" }, { "the first round", "الجولة الأولى", "" }, { "the first round", "الجولة المقبلة", "" }, { "her second term", "ولايتها الثالثة", "number-mismatch" },
        { "for the second time", "للمرة الأولى", "number-mismatch" }, { "for the second time", "مرة أخرى", "" }, { "the first half", "الشوط الثاني", "number-mismatch" }, { "Q3 sales", "مبيعات الربع الثاني", "number-mismatch" },
        { "Q3 sales", "المبيعات الفصلية", "" }, { "its first president visited the second city", "زار رئيسه المدينة الثانية", "" },
        { "Thousands of people", "ملايين الناس", "magnitude" }, { "Hundreds of people", "آلاف الناس", "magnitude" }, { "dozens of people", "عشرات الناس", "" }, { "scores of people", "عشرات الناس", "" }, { "several thousand people", "آلاف الناس", "" });
}

static void test_exchanged(void **state) {
  CHECK({ "12 killed and 40 wounded", "مقتل 40 وإصابة 12", "numbers-exchanged" }, { "12 killed and 40 wounded", "مقتل 12 وإصابة 40", "" }, { "12 killed and 40 wounded", "إصابة 40 ومقتل 12", "" },
        { "The blast killed 12 people and injured 40 others", "أصيب 12 وقتل 40 شخصا في الانفجار", "numbers-exchanged" }, { "Seven soldiers and 20 civilians", "20 جنديا وسبعة مدنيين", "numbers-exchanged" },
        { "300 tanks and 50 planes", "50 دبابة و300 طائرة", "numbers-exchanged" }, { "300 tanks and 50 planes", "50 طائرة و300 دبابة", "" }, { "80 km in 50 minutes", "50 كيلومترا في 80 دقيقة", "numbers-exchanged" },
        { "30 dollars and 12 days", "12 دولارا و30 يوما", "numbers-exchanged" }, { "from 6% to 9%", "من 9% إلى 6%", "numbers-exchanged" }, { "from 6% to 9%", "من 6% إلى 9%", "" }, { "to 9% from 6%", "من 6% إلى 9%", "" },
        { "Inflation rose to 6.1% from 5.7%", "ارتفع التضخم من 6.1% إلى 5.7%", "numbers-exchanged" }, { "Inflation rose to 6.1% from 5.7%", "ارتفع التضخم من 5.7% إلى 6.1%", "" }, { "Inflation rose to 6.1% from 5.7%", "ارتفع التضخم إلى 6.1% من 5.7%", "" },
        { "It rose to $6 billion from $4 billion", "ارتفعت من 6 مليارات دولار إلى 4 مليارات دولار", "numbers-exchanged" }, { "from 5 to 9 days", "9-5 أيام", "" }, { "In 2014 he was 11 years old", "في عام 11 كان عمره 2014 عاما", "numbers-exchanged" }, { "In 2014 he was 11 years old", "كان عمره 11 عاما في 2014", "" }, { "20 men, 30 women", "20 رجلا و30 امرأة", "" }, { "12 of the men and 40 of the crew died", "قتل 40 من الطاقم و12 من الرجال", "" });
}

static void test_divided_paragraphs(void **state) {
  static const char source[] = "The company opened 45 stores in Riyadh last year. It hired 1,200 workers and plans to spend $30 million by 2027.\nThe minister praised the plan.\nHe leaves on Monday.";
  CHECK({ source, "افتتحت الشركة 45 متجرا في الرياض العام الماضي.\nووظفت 1200 عامل، وتعتزم إنفاق 30 مليون دولار بحلول عام 2027.\nوأشاد الوزير بالخطة.\nويغادر الاثنين.", "" },
        { source, "افتتحت الشركة متاجر في الرياض العام الماضي.\nووظفت 1200 عامل، وتعتزم إنفاق 30 مليون دولار بحلول عام 2027.\nوأشاد الوزير بالخطة.\nويغادر الاثنين.", "number-missing" },
        { source, "افتتحت الشركة 45 متجرا في الرياض العام الماضي.\nووظفت 2100 عامل، وتعتزم إنفاق 30 مليون دولار بحلول عام 2027.\nوأشاد الوزير بالخطة.\nويغادر الاثنين.", "number-mismatch" },
        { source, "افتتحت الشركة 45 متجرا في الرياض العام الماضي.\nووظفت 1200 عامل في 17 مدينة، وتعتزم إنفاق 30 مليون دولار بحلول عام 2027.\nوأشاد الوزير بالخطة.\nويغادر الاثنين.", "number-extra" });
}

static void test_countries(void **state) {
  CHECK({ "The envoy left for Kuwait", "غادر المبعوث إلى قطر", "country" }, { "The envoy left for Kuwait", "غادر المبعوث إلى الكويت", "" }, { "Iraq's parliament voted", "صوت برلمان إيران", "country" },
        { "North Korea fired it", "أطلقته كوريا الجنوبية", "country" }, { "North Korea fired it", "أطلقته بيونغ يانغ", "" }, { "Michael Jordan is in Rome", "مايكل جوردان في إيطاليا", "" }, { "Jordan denied it", "نفت عمان ذلك", "" },
        { "Officials in the kingdom spoke to Iraq", "تحدث مسؤولون في السعودية إلى العراق", "" }, { "Jordan denied it.\nLebanon did not.", "نفى لبنان ذلك.\nأما الأردن فلم ينفه.", "" }, { "Georgia voted", "صوتت جورجيا", "" },
        { "Syria is ready.\nSyria asks for help.", "إسبانيا مستعدة.\nسوريا تطلب المساعدة.", "country" }, { "Syria is ready.\nIt asks for help from France.", "البلد مستعد.\nسوريا تطلب المساعدة من فرنسا.", "" });
}

static void test_messages_quote_the_texts(void **state) {
  (void)state;
  static const struct both cases[] = { /* the last: the message */
    { "It costs $40 million", "تكلف 40 مليون يورو", "Currency: source “$40 million”, draft “40 مليون يورو”" }, { "five men came.", "جاء رجال.", "“five” is in the source only" },
    { "People died", "قتل 17 شخصا", "“17” is in the draft only" }, { "on March 3 they met", "التقوا", "The date “March 3” is in the source only" }, { "on March 3", "في 4 مارس", "Source “March 3”, draft “4 مارس”" },
  };
  static struct findings all;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    lint_bytes(linter, cases[i].draft, strlen(cases[i].draft), cases[i].source, &all);
    assert_int_equal(all.count, 1);
    assert_string_equal(all.items[0].message, cases[i].rules);
    findings_free(&all);
  }
}

int main(void) {
  static const char *const select[] = { "bilingual/*", NULL };
  linter = new_linter(select, MDQ_WARNING);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_the_same_said_otherwise), cmocka_unit_test(test_dates_said_otherwise), cmocka_unit_test(test_contradictions),
    cmocka_unit_test(test_clocks_and_durations), cmocka_unit_test(test_parts), cmocka_unit_test(test_percent_of_lists), cmocka_unit_test(test_periods), cmocka_unit_test(test_names_and_measures),
    cmocka_unit_test(test_one_side_only), cmocka_unit_test(test_numbers_may_move_to_the_neighbouring_line), cmocka_unit_test(test_messages_quote_the_texts),
    cmocka_unit_test(test_units), cmocka_unit_test(test_currencies), cmocka_unit_test(test_parts_and_ranks), cmocka_unit_test(test_exchanged), cmocka_unit_test(test_divided_paragraphs), cmocka_unit_test(test_countries),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_linter_free(linter);
  return failed;
}
