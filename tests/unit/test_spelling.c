/* Spelling in context: clitics, diacritics, tatweel, names, and which slips are certain. */
#include "support.h"

#include "rules/spell/form.h"
#include "rules/spell/spelling_pack.h"

static const char *const spelling[] = { "spell/*", NULL };

struct expected {
  const char *text, *rule;
  enum mdq_severity severity;
  const char *covered, *fix; /* the place and the first fix */
  int safe;
};

static void check(const mdq_linter *linter, const struct expected *e) {
  struct findings all;
  lint_bytes(linter, e->text, strlen(e->text), NULL, &all);
  if (all.count != 1) fail_msg("%zu findings in: %s", all.count, e->text);
  const struct found *f = &all.items[0];
  size_t length = f->end_offset - f->offset;
  if (strcmp(f->rule, e->rule) || f->severity != e->severity || length != strlen(e->covered) || memcmp(e->text + f->offset, e->covered, length))
    fail_msg("%s, severity %d, at %.*s in: %s", f->rule, (int)f->severity, (int)length, e->text + f->offset, e->text);
  if (!e->fix) {
    assert_int_equal(f->fix_count, 0);
  } else {
    assert_true(f->fix_count > 0);
    assert_string_equal(f->first_fix.text, e->fix);
    assert_int_equal(f->first_fix.safe, e->safe);
  }
  findings_free(&all);
}

static void slips_are_found_with_their_clitics(void **state) {
  static const struct expected cases[] = {
    { "زاد الطلب على التأمين الصحى", "spell/alef-maqsura", MDQ_ERROR, "الصحى", "الصحي", 1 },
    { "يهم القرار القطاعين العام والصناعى", "spell/alef-maqsura", MDQ_ERROR, "والصناعى", "والصناعي", 1 },
    { "اشترت الوزارة ما يلزم للمدرسه", "spell/ta-marbuta", MDQ_ERROR, "للمدرسه", "للمدرسة", 1 },
    { "رحب السكان بالحكومه الجديدة", "spell/ta-marbuta", MDQ_ERROR, "بالحكومه", "بالحكومة", 1 },
    { "وصف الخطة بأنها جيدة وهذة خطوة أولى", "spell/ta-marbuta", MDQ_ERROR, "وهذة", "وهذه", 1 },
    { "أعلن الوزير واكد أن الخطة جاهزة", "spell/hamza", MDQ_ERROR, "واكد", "وأكد", 1 },
    { "تأثر المصرف بإرتفاع الفائدة", "spell/hamza", MDQ_ERROR, "بإرتفاع", "بارتفاع", 1 },
    { "تراجعت ثقة المستثمرين بالاسواق", "spell/hamza", MDQ_WARNING, "بالاسواق", "بالأسواق", 1 },
    { "قال المتحدث ان المفاوضات انتهت", "spell/hamza", MDQ_ERROR, "ان", "أن", 0 },
    { "شهدت المدينة اعتداءا على متجر", "spell/tanween-alef", MDQ_WARNING, "اعتداءا", "اعتداءً", 1 },
    { "العمال شاركو في الإضراب", "spell/waw-alef", MDQ_ERROR, "شاركو", "شاركوا", 0 },
    { "زار لاعبوا المنتخب المستشفى", "spell/waw-alef", MDQ_WARNING, "لاعبوا", "لاعبو", 0 },
    { "ولايزال السكان ينتظرون", "spell/joined-words", MDQ_WARNING, "ولايزال", "ولا يزال", 1 },
    { "نقلت الوكالة عن المتحدثباسم الحكومة", "spell/joined-words", MDQ_WARNING, "المتحدثباسم", "المتحدث باسم", 0 },
    { "بلغت القيمة مليوندولار في عام", "spell/joined-words", MDQ_WARNING, "مليوندولار", "مليون دولار", 0 },
    { "حضر الاجتماع عدد من الإقتصادييين", "spell/repeated-letter", MDQ_WARNING, "الإقتصادييين", "الاقتصاديين", 0 },
    { "أعلنت ال وزارة موقفها", "spell/split-word", MDQ_WARNING, "ال وزارة", "الوزارة", 0 },
    { "صدر بيان بشان المفاوضات", "spell/hamza", MDQ_WARNING, "بشان", "بشأن", 0 },      /* a word: her ... was glad */
    { "من المقرر أن تبدا المحادثات غدا", "spell/hamza", MDQ_WARNING, "تبدا", "تبدأ", 1 },
    { "عبر السكان عن انفسهم بحرية", "spell/hamza", MDQ_WARNING, "انفسهم", "أنفسهم", 0 }, /* an imperative, and no news */
    { "زار الوفد العاب القوى", "spell/hamza", MDQ_WARNING, "العاب", "ألعاب", 1 },       /* ال of the stem */
    { "عاد الوفد ألى العاصمة", "spell/hamza", MDQ_WARNING, "ألى", "إلى", 0 },
    { "اشترت الشركة منافستها وإستحوذت عليها", "spell/hamza", MDQ_WARNING, "وإستحوذت", "واستحوذت", 1 },
    { "طالب الرءيس بالتحقيق", "spell/hamza", MDQ_WARNING, "الرءيس", "الرئيس", 0 },
    { "قال اللتي حضرت الاجتماع", "spell/repeated-letter", MDQ_WARNING, "اللتي", "التي", 0 },
    { "كان الحضور كبيرا جدآ", "spell/tanween-alef", MDQ_WARNING, "جدآ", "جدا", 1 },
    { "غادر الوفد لاكن المحادثات مستمرة", "spell/confusable", MDQ_ERROR, "لاكن", "لكن", 1 },
    { "أسس المستثمرون شركه جديدة في المدينة", "spell/ta-marbuta", MDQ_WARNING, "شركه", "شركة", 0 },
    { "ذكر التقرير بان الحكومة ستستقيل", "spell/hamza", MDQ_WARNING, "بان", "بأن", 0 },
    { "حصلت الشركة علي الموافقة", "spell/ya-for-maqsura", MDQ_WARNING, "علي", "على", 0 },
    { "يتوقع المحللون زيادة الطلب وعلي رأسهم خبراء المصرف", "spell/ya-for-maqsura", MDQ_WARNING, "وعلي", "وعلى", 0 },
    { "أنهى الفريق الحرب العالمية الأولي في اللعبة", "spell/ya-for-maqsura", MDQ_WARNING, "الأولي", "الأولى", 0 },
    { "سافر الوزير إلى مدينه أخرى", "spell/ta-marbuta", MDQ_WARNING, "مدينه", "مدينة", 0 },
    { "استعدت الحكومة لتلبيه مطالب السكان", "spell/ta-marbuta", MDQ_WARNING, "لتلبيه", "لتلبية", 0 },
    { "عقد الاجتماع بمشاركت عدد من الوزراء", "spell/ta-marbuta", MDQ_WARNING, "بمشاركت", "بمشاركة", 0 },
    { "قال إن القرار هدا غير ملزم", "spell/confusable", MDQ_WARNING, "هدا", "هذا", 0 },
    { "عرض اليوروا للبيع في السوق", "spell/waw-alef", MDQ_WARNING, "اليوروا", "اليورو", 0 },
    { "زار الوفد مدينة اكادير المغربية", "spell/hamza", MDQ_WARNING, "اكادير", "أكادير", 0 }, /* by the table of names */
    { "انتقد المتحدث السياسة الخاجية للبلاد", "spell/mistyped", MDQ_WARNING, "الخاجية", "الخارجية", 0 },
    { "قال إن الشرطة إستعادت السيارة", "spell/hamza", MDQ_ERROR, "إستعادت", "استعادت", 1 }, /* and not استعادة */
    { "رحب المجلس بعودة الأعضاء إنشاء الله", "spell/hamza", MDQ_ERROR, "إنشاء", "إن شاء", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void diacritics_and_tatweel_stay(void **state) {
  static const struct expected cases[] = {
    { "النموّ الاقتصـادى سريع", "spell/alef-maqsura", MDQ_ERROR, "الاقتصـادى", "الاقتصـادي", 1 },
    { "كان رجلاًمن المدينة", "spell/joined-words", MDQ_WARNING, "رجلاًمن", "رجلاً من", 0 },
    { "زار مدينةًقديمة في الجنوب", "spell/joined-words", MDQ_WARNING, "مدينةًقديمة", "مدينةً قديمة", 0 },
    { "الحُكومَه أعلنت الموازنة", "spell/ta-marbuta", MDQ_ERROR, "الحُكومَه", "الحُكومَة", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void right_words_and_names_are_silent(void **state) {
  static const char *const texts[] = {
    "واصل الفريق تدريباته، وأكد المدرب أن اللاعبين واثقون",
    "قال واين روني إن هازارد وكانتي لاعبان كبيران",
    "حل إدين ضيفا على لايدن وأوبسالا",
    "تحدث لافروف وماكرون ولاغارد مع كلينتون",
    "سافر إبراهيموفيتش إلى بيونغيانغ ثم إلى أوزبكستان",
    "وافق علي، شقيق المدير، وقال علي الأسدي إنه راض",
    "مد يده إلي، وقال لي إن لدي فرصة أخرى",
    "يرى الفقيه أن المياه في هذا الاتجاه غير صالحة",
    "جاءا معا وشاءا البقاء، وقرأ كل منهما جزءا من الكتاب",
    "بدر الدين وعبدالرحمن وأبوالعباس أسماء شائعة",
    "غردت القناة أن لاعبي بيرو ومكسيكو وصلوا",
    "تباع رقائق الذكاء الاصطناعي عبر الإنترنت",
    "مازالت المحادثات جارية، لاسيما بشأن اللاجئين واللاعبين",
    "حققت الفئة ب من المتسابقين وفيتامين ك نتائج جيدة",
    "طلب المساعدة للاجئين ولللجنة",
    "ارتفع سعر البلاديوم، وفازت منة بالجائزة",
    "دخل القرار حيز التنفيذ وسرى على الجميع، وهو قرار يعنى بالأسر",
    "نظرا لإحياء الذكرى، ووفقا للتقرير الأولي والنسيج المرضي",
    "فكر في حاله ونسبه وأعاده إلى مساعده السابق",
    "قال بان كي مون إن الاتفاق قريب، وبان الصبح",
    "تتبعت الباحثة القيم الممرة بين اللغات السلافية",
    "اعتمد المجلس استراتيجية وإستراتيجية بديلة",
    "سجل نوانكو كانو هدفين ثم سافر إلى بلدة عين إبل", /* not alone: كانوا, آبل */
    "أقال رئيس الحكومة وزيره، ويقول مؤسسه إن قراءه كثيرون", /* "his" */
    "هذا أول ما تجربه الشركات وأول ما تسميه نجاحا", /* "tries it" */
    "اتهم القضاء ومسؤوليه وطرفيه بالتأخير", /* "his" behind a plural or dual */
    "قال الباحث إن شخصنة الخطاب السياسوي والبرامجي تضره", /* new words, a letter from known ones */
    "قررت الشركة إعمال القاعدة وأعمال البناء وإحياء الحفل", /* two words each */
    "أريد أن أحدد الموعد وأن أستعرض التقرير", /* "I" */
    "وقف أمامه إمامه ونشر إنباء الخبر، ووجد السطح ومستوي السطح",
    "كنت أستقبل الضيوف في البيت، ولن أستقبل غيرهم",
    "نساء وجدن في فلوجة حوران ما يضيف إسرى", /* no slips behind a proclitic, and a name */
    "رفضت الدولة التقسيم على أساس إثني",
    "حضر محمد وعلي الجلسة، وجاء علي بعد الظهر مع وادا",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct findings all;
    lint_bytes(*state, texts[i], strlen(texts[i]), NULL, &all);
    if (all.count) fail_msg("%s (%s) in: %s", all.items[0].rule, all.items[0].message, texts[i]);
  }
}

static void names_are_known_by_their_company(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(spelling, MDQ_NOTE);
  static const struct expected open = { "عاد الوفد إلى دربشاك مساء", "spell/unknown", MDQ_NOTE, "دربشاك", "دربتاك", 0 }; /* one letter, next on the keyboard */
  static const char named[] = "عاد السيناتور دربشاك مساء", recurring[] = "زار الوفد دربشاك\nثم غادر دربشاك إلى العاصمة\n";
  struct findings all;
  check(linter, &open);
  lint_bytes(linter, named, sizeof named - 1, NULL, &all);
  assert_int_equal(all.count, 0);
  lint_bytes(linter, recurring, sizeof recurring - 1, NULL, &all);
  assert_int_equal(all.count, 0);
  mdq_linter_free(linter);
}

static void a_word_behind_a_given_name_is_a_name(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(spelling, MDQ_NOTE);
  static const char given[] = "هزم ستيفن دربشاك منافسه";
  static const struct expected common = { "وصل كريم دربشاق إلى الملعب", "spell/unknown", MDQ_NOTE, "دربشاق", "دربتاك", 0 }; /* "a generous ..." */
  struct findings all;
  lint_bytes(linter, given, sizeof given - 1, NULL, &all);
  assert_int_equal(all.count, 0);
  check(linter, &common);
  mdq_linter_free(linter);
}

/* What recurs is no slip of the finger; it is some name or term. */
static void slips_are_not_made_again_and_again(void **state) {
  static const char twice[] = "انتقد المتحدث السياسة الخاجية\nثم دافع عن السياسة الخاجية\n";
  static const char thrice[] = "انتقد المتحدث السياسة الخاجية\nثم دافع عن السياسة الخاجية\nوبقيت السياسة الخاجية\n";
  struct findings all;
  lint_bytes(*state, twice, sizeof twice - 1, NULL, &all);
  assert_int_equal(all.count, 2);
  findings_free(&all);
  lint_bytes(*state, thrice, sizeof thrice - 1, NULL, &all);
  assert_int_equal(all.count, 0);
}

static void rivals_are_offered_where_there_are_any(void **state) {
  static const struct { const char *text; size_t fixes; } cases[] = {
    { "زاد الطلب على التأمين الصحى", 1 }, /* certain */
    { "قال المتحدث ان المفاوضات انتهت", 2 }, /* أن, إن */
    { "درس الوفد تحسين معدالت النمو", 2 }, /* معدلات, معدات */
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct findings all;
    lint_bytes(*state, cases[i].text, strlen(cases[i].text), NULL, &all);
    assert_int_equal(all.count, 1);
    if (all.items[0].fix_count != cases[i].fixes) fail_msg("%zu fixes in: %s", all.items[0].fix_count, cases[i].text);
    findings_free(&all);
  }
}

/* Each named after the fault that it keeps out. */
static void verbs_in_maqsura_were_taken_for_nisbas(void **state) {
  static const struct expected cases[] = {
    { "قال إنه راى الوزير", "spell/hamza", MDQ_WARNING, "راى", "رأى", 0 },
    { "زار وادى النيل", "spell/alef-maqsura", MDQ_WARNING, "وادى", "وادي", 0 },
    { "زار الوفد المدينة والوادى", "spell/alef-maqsura", MDQ_WARNING, "والوادى", "والوادي", 0 }, /* not والوآدى */
    { "قد إستدعى الوزير السفير", "spell/hamza", MDQ_ERROR, "إستدعى", "استدعى", 1 },
    { "حضر الوزير وإلتقى الوفد", "spell/hamza", MDQ_ERROR, "وإلتقى", "والتقى", 1 },
    { "ثم إجرى الوفد محادثات", "spell/hamza", MDQ_WARNING, "إجرى", "أجرى", 1 },
    { "قضية إخرى كبيرة", "spell/hamza", MDQ_WARNING, "إخرى", "أخرى", 1 },
    { "قرر القائد ثم إلغى الرحلة", "spell/hamza", MDQ_WARNING, "إلغى", "ألغى", 1 },
    { "قال: إنى ذاهب", "spell/alef-maqsura", MDQ_ERROR, "إنى", "إني", 1 },
    { "هذا ابى", "spell/hamza", MDQ_ERROR, "ابى", "أبي", 0 },
    { "باع كل شى لديه", "spell/alef-maqsura", MDQ_WARNING, "شى", "شيء", 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void ambiguous_words_were_mended_unasked(void **state) {
  static const struct expected cases[] = {
    { "قال انة مريض", "spell/hamza", MDQ_WARNING, "انة", "أنه", 0 },
    { "نظر من وجة أخرى", "spell/ta-marbuta", MDQ_WARNING, "وجة", "وجه", 0 },
    { "يشهد القطاع نموا بطئ الوتيرة", "spell/hamza", MDQ_WARNING, "بطئ", "بطيء", 0 },
    { "عانت الام المريضة", "spell/hamza", MDQ_ERROR, "الام", "الأم", 0 },
    { "لان الحديد بالحرارة", "spell/hamza", MDQ_WARNING, "لان", "لأن", 0 },
    { "من انشاء الله تعالى", "spell/hamza", MDQ_ERROR, "انشاء", "إنشاء", 1 }, /* not إن شاء */
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void fixes_left_a_second_slip(void **state) {
  static const struct expected cases[] = {
    { "كان هذا اسوا يوم", "spell/hamza", MDQ_WARNING, "اسوا", "أسوأ", 1 },
    { "غسل ايدى الأطفال", "spell/alef-maqsura", MDQ_ERROR, "ايدى", "أيدي", 1 },
    { "يسري القرار إبتداءا من الأحد", "spell/hamza", MDQ_WARNING, "إبتداءا", "ابتداءا", 0 },
    { "قال احمدى نجاد", "spell/alef-maqsura", MDQ_ERROR, "احمدى", "أحمدي", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void dialect_was_mended_in_quotations(void **state) {
  static const struct expected outside = { "حضر عدد كتير من الناس", "spell/confusable", MDQ_ERROR, "كتير", "كثير", 1 };
  static const char quoted[] = "قال: «كتير هادا ايه»";
  struct findings all;
  check(*state, &outside);
  lint_bytes(*state, quoted, sizeof quoted - 1, NULL, &all);
  assert_int_equal(all.count, 0);
}

static void listed_slips_were_missed_behind_proclitics(void **state) {
  static const struct expected cases[] = {
    { "حضر وزير ومسؤل", "spell/hamza", MDQ_ERROR, "ومسؤل", "ومسؤول", 1 },
    { "اجتمع بالمسؤلين أمس", "spell/hamza", MDQ_ERROR, "بالمسؤلين", "بالمسؤولين", 1 },
    { "حضر رجل وإمرأة", "spell/hamza", MDQ_ERROR, "وإمرأة", "وامرأة", 1 },
    { "ولهاذا غادر الوفد", "spell/confusable", MDQ_ERROR, "ولهاذا", "ولهذا", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(*state, &cases[i]);
}

static void halves_of_a_split_word_were_unknown_as_well(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(spelling, MDQ_NOTE);
  static const struct expected split = { "بلغت عشرين ملي ار دولار", "spell/split-word", MDQ_WARNING, "ملي ار", "مليار", 0 };
  check(linter, &split);
  mdq_linter_free(linter);
}

static void every_occurrence_is_reported(void **state) {
  static const char text[] = "الذكاء الاصطناعى مهم\nتطور الذكاء الاصطناعى\nأنظمة الذكاء الاصطناعى والاصطناعى\n";
  struct findings all;
  lint_bytes(*state, text, sizeof text - 1, NULL, &all);
  assert_int_equal(all.count, 4);
  for (size_t i = 0; i < all.count; i++) {
    assert_string_equal(all.items[i].rule, "spell/alef-maqsura");
    assert_int_equal(all.items[i].severity, MDQ_ERROR);
  }
  findings_free(&all);
}

static void monstrous_words_cost_little(void **state) {
  enum { SIZE = 4 << 20 };
  static const char *const pieces[] = { "ب", "ة", "الرئيس", "لا", "ا" };
  char *text = malloc(SIZE);
  assert_non_null(text);
  for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
    size_t length = strlen(pieces[k]), size = 0;
    for (; size + length <= SIZE; size += length) memcpy(text + size, pieces[k], length);
    struct findings all;
    lint_bytes(*state, text, size, NULL, &all);
    assert_int_equal(all.count, 0);
    findings_free(&all);
  }
  free(text);
}

static struct mdq_span dressed(struct mdq_words *words, const char *raw, const char *corrected) {
  struct mdq_word *word = mdq_words_get(words, mdq_span_str(raw));
  assert_non_null(word);
  return mdq_form_dress(&words->arena, mdq_word_raw(word), mdq_word_v1(word), mdq_span_str(corrected));
}

static void corrections_wear_the_marks_of_the_word(void **state) {
  (void)state;
  struct mdq_words words = { 0 };
  assert_string_equal(dressed(&words, "مدرسه", "مدرسة").ptr, "مدرسة");
  assert_string_equal(dressed(&words, "مَدرَسـه", "مدرسة").ptr, "مَدرَسـة");
  assert_string_equal(dressed(&words, "رجلاًمن", "رجلا من").ptr, "رجلاً من");
  assert_string_equal(dressed(&words, "بناءاً", "بناءً").ptr, "بناءً"); /* fewer letters: as it comes */
  assert_string_equal(dressed(&words, "اقتصادى", "اقتصاديا").ptr, "اقتصاديا");
  mdq_words_free(&words);
}

static size_t stem_of(const char *text, bool *definite) {
  struct mdq_form form;
  assert_true(mdq_form_of(mdq_span_str(text), &form));
  return mdq_form_stem(&form, definite);
}

static void the_article_is_found_behind_proclitics(void **state) {
  (void)state;
  static const struct { const char *text; size_t stem; bool definite; } cases[] = {
    { "الكتاب", 2, true }, { "والكتاب", 3, true }, { "فبالكتاب", 4, true }, { "للكتاب", 2, true }, { "وللكتاب", 3, true },
    { "كالكتاب", 3, true }, { "كتاب", 0, false }, { "وزير", 0, false }, { "لاعب", 0, false }, { "الم", 0, false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bool definite;
    assert_int_equal(stem_of(cases[i].text, &definite), cases[i].stem);
    assert_int_equal(definite, cases[i].definite);
  }
  struct mdq_form form;
  char word[2 * MDQ_FORM_LETTERS + 3] = "";
  for (size_t i = 0; i < MDQ_FORM_LETTERS + 1; i++) strcat(word, "ب");
  assert_false(mdq_form_of(mdq_span_str(word), &form));
  assert_true(mdq_form_of(mdq_span_of(word, 2 * MDQ_FORM_LETTERS), &form));
}

static void what_is_packed_is_unpacked(void **state) {
  (void)state;
  struct mdq_span fix[MDQ_SPELLING_FIXES] = { MDQ_SPAN_LIT("إلى"), MDQ_SPAN_LIT("أن لا") }, read[MDQ_SPELLING_FIXES];
  struct mdq_spelling written = { .fix = fix, .fix_count = 2, .explained = 1, .confusion = MDQ_CONFUSED_SOUND, .severity = MDQ_WARNING,
                                   .certainty = MDQ_LIKELY, .safe = true, .dialect = true, .in_names = true };
  struct mdq_spelling other = { .fix = read };
  struct mdq_buf packed;
  mdq_buf_init(&packed);
  mdq_spelling_pack(&packed, &written);
  assert_true(mdq_spelling_unpack(mdq_buf_span(&packed), &other));
  assert_int_equal(other.fix_count, 2);
  assert_true(mdq_span_eq(other.fix[0], fix[0]) && mdq_span_eq(other.fix[1], fix[1]));
  assert_int_equal(other.explained, 1);
  assert_int_equal(other.confusion, MDQ_CONFUSED_SOUND);
  assert_int_equal(other.severity, MDQ_WARNING);
  assert_int_equal(other.certainty, MDQ_LIKELY);
  assert_true(other.safe && other.dialect && other.in_names);
  assert_false(other.name_possible || other.spoken || other.open);
  for (size_t len = 0; len < packed.len; len++) { /* cut short: nothing, or the first fix */
    bool whole = len > strlen("إلى") && packed.ptr[len - 1] == '\n';
    assert_int_equal(mdq_spelling_unpack(mdq_span_of(packed.ptr, len), &other), whole);
  }
  mdq_buf_free(&packed);
}

static int setup(void **state) {
  *state = new_linter(spelling, MDQ_WARNING);
  return 0;
}

static int teardown(void **state) {
  mdq_linter_free(*state);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(slips_are_found_with_their_clitics),
    cmocka_unit_test(diacritics_and_tatweel_stay),
    cmocka_unit_test(right_words_and_names_are_silent),
    cmocka_unit_test(names_are_known_by_their_company), cmocka_unit_test(a_word_behind_a_given_name_is_a_name),
    cmocka_unit_test(slips_are_not_made_again_and_again), cmocka_unit_test(rivals_are_offered_where_there_are_any),
    cmocka_unit_test(verbs_in_maqsura_were_taken_for_nisbas), cmocka_unit_test(ambiguous_words_were_mended_unasked),
    cmocka_unit_test(fixes_left_a_second_slip), cmocka_unit_test(dialect_was_mended_in_quotations),
    cmocka_unit_test(listed_slips_were_missed_behind_proclitics), cmocka_unit_test(halves_of_a_split_word_were_unknown_as_well),
    cmocka_unit_test(every_occurrence_is_reported), cmocka_unit_test(what_is_packed_is_unpacked),
    cmocka_unit_test(monstrous_words_cost_little),
    cmocka_unit_test(corrections_wear_the_marks_of_the_word),
    cmocka_unit_test(the_article_is_found_behind_proclitics),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
