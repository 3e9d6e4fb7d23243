  /* The texts of rules/bilingual/numbers.c. */
  [MISMATCH] = {
    .id = "bilingual/number-mismatch", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A number differs from the source’s", "عدد يخالف ما في الأصل" },
    .rationale = { "The draft has another number where its source has this one: a figure differs, figures are swapped or the decimal point stands elsewhere. Rounding and conversion are no differences.",
                   "في المسودة عدد غير الذي في الأصل: تبدل رقم أو تبادلت الأرقام مواضعها أو انتقلت الفاصلة. ولا يُعد التقريب ولا تحويل الوحدات خلافًا." },
    .message = { "Source “{x}”, draft “{y}”", "في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أصيب 71 شخصا في الحادث", .source = "17 people were hurt in the accident" },
      { .text = "بلغ النمو 32 في المئة", .source = "Growth reached 3.2 percent" },
      { .text = "غادرت ست سفن الميناء", .source = "Seven ships left the port" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "أصيب سبعة عشر شخصا في الحادث", .source = "17 people were hurt in the accident" },
      { .text = "يبعد الجسر نحو 16 كيلومترا", .source = "The bridge is about 10 miles away" },
      { .text = "بلغت المبيعات 2.9 مليون وحدة", .source = "Sales reached 2.94 million units" }, { 0 } },
  },
  [MISSING] = {
    .id = "bilingual/number-missing", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/omission", .since = "0.1",
    .summary = { "A number of the source is missing", "عدد في الأصل لا يظهر في الترجمة" },
    .rationale = { "The source has a number that neither this paragraph nor its neighbours render, in figures or in words.",
                   "في الأصل عدد لا تنقله هذه الفقرة ولا جارتاها، لا رقمًا ولا كتابة." },
    .message = { "“{x}” is in the source only", "العدد «{x}» في الأصل وحده" },
    .bad = (const struct mdq_example[]){
      { .text = "أغلقت الشركة متاجرها في البلاد", .source = "The company closed its 45 stores in the country" },
      { .text = "حضر وزراء من الحكومة", .source = "Five ministers of the government attended" },
      { .text = "تعود القلعة إلى ذلك العهد", .source = "The castle dates from 1640" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "أغلقت الشركة متاجرها الخمسة والأربعين", .source = "The company closed its 45 stores" },
      { .text = "قال إن لا أحد يعلم", .source = "He said that no one knows" },
      { .text = "سيصدر القرار قريبا\nوسيسري 90 يوما", .source = "The decision will come soon and hold for 90 days\nIt will be in force" }, { 0 } },
  },
  [EXTRA] = {
    .id = "bilingual/number-extra", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/addition", .since = "0.1",
    .summary = { "A number that the source does not have", "عدد لا أصل له" },
    .rationale = { "The draft has a number that its source has not, neither in this paragraph nor in its neighbours.",
                   "في المسودة عدد ليس في الأصل، لا في هذه الفقرة ولا في جارتيها." },
    .message = { "“{x}” is in the draft only", "العدد «{x}» في المسودة وحدها" },
    .bad = (const struct mdq_example[]){
      { .text = "أغلقت الشركة 45 متجرا في البلاد", .source = "The company closed its stores in the country" },
      { .text = "حضر خمسة وزراء من الحكومة", .source = "Ministers of the government attended" },
      { .text = "تعود القلعة إلى عام 1640", .source = "The castle is very old" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "حضر الوزيران معا", .source = "Both ministers attended" },
      { .text = "قال أحد الوزراء ذلك", .source = "A minister said so" },
      { .text = "مضى على ذلك عشر سنوات", .source = "That was ten years ago" }, { 0 } },
  },
  [MAGNITUDE] = {
    .id = "bilingual/magnitude", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "Thousands, millions or billions differ from the source’s", "مرتبة العدد تخالف الأصل: ألف أو مليون أو مليار" },
    .rationale = { "The figures are the source’s, but a thousand or a million times as large or as small: million and billion are easily mistaken.",
                   "الأرقام هي أرقام الأصل، لكن العدد أكبر أو أصغر ألف مرة أو مليون مرة، فالمليون والمليار كثيرًا ما يلتبسان." },
    .message = { "Source “{x}”, draft “{y}”", "في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "بلغت الأرباح 3.4 مليار دولار", .source = "Profit reached $3.4 million" },
      { .text = "يعيش هناك 12 مليون شخص", .source = "12,000 people live there" },
      { .text = "أنفقت الوزارة 7 ملايين يورو", .source = "The ministry spent €7bn" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "بلغت الأرباح 3400 مليون دولار", .source = "Profit reached $3.4 billion" },
      { .text = "يعيش هناك 12 ألف شخص", .source = "12,000 people live there" },
      { .text = "أنفقت الوزارة سبعة بلايين يورو", .source = "The ministry spent €7bn" }, { 0 } },
  },
  [DATE] = {
    .id = "bilingual/date", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A date differs from the source’s", "تاريخ يخالف ما في الأصل" },
    .rationale = { "Day and month must be the source’s. In American English 5/3 is the third of May.", "يجب أن يوافق اليوم والشهر ما في الأصل. و5/3 في الإنجليزية الأمريكية هو الثالث من مايو." },
    .message = { "Source “{x}”, draft “{y}”", "في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوفد في 14 مايو", .source = "The delegation arrived on March 14" },
      { .text = "وصل الوفد في 15 مارس", .source = "The delegation arrived on March 14" },
      { .text = "تنتهي المهلة في 2 حزيران", .source = "The deadline is July 2" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "وصل الوفد في 14 آذار", .source = "The delegation arrived on March 14" },
      { .text = "وصل الوفد في الرابع عشر من مارس", .source = "The delegation arrived on March 14" },
      { .text = "وقعا الاتفاق في 3 مايو 2024", .source = "They signed the deal on 5/3/2024" }, { 0 } },
  },
  [DATE_MISSING] = {
    .id = "bilingual/date-missing", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/omission", .since = "0.1",
    .summary = { "A date of the source is missing", "تاريخ في الأصل لا يظهر في الترجمة" },
    .rationale = { "The source has the day of a month that neither this paragraph nor its neighbours render.", "في الأصل يوم من شهر لا تنقله هذه الفقرة ولا جارتاها." },
    .message = { "The date “{x}” is in the source only", "التاريخ «{x}» في الأصل وحده" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوفد مساء", .source = "The delegation arrived on March 14 in the evening" },
      { .text = "تنتهي المهلة قريبا", .source = "The deadline is July 2" },
      { .text = "افتتح المتحف أبوابه", .source = "The museum opened its doors on 9 May" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "تنتهي المهلة في الثاني من تموز", .source = "The deadline is July 2" },
      { .text = "افتتح المتحف أبوابه\nكان ذلك في 9 مايو", .source = "The museum opened its doors on 9 May\nIt was then" },
      { .text = "افتتح المتحف هذا الشهر", .source = "The museum opened in May" }, { 0 } },
  },
  [WEEKDAY] = {
    .id = "bilingual/weekday", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A weekday differs from the source’s", "يوم من أيام الأسبوع يخالف ما في الأصل" },
    .rationale = { "Source and draft name different days of the week.", "يذكر الأصل يومًا من أيام الأسبوع وتذكر المسودة يومًا آخر." },
    .message = { "Source “{x}”, draft “{y}”", "في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "يجتمع المجلس يوم الثلاثاء", .source = "The council meets on Thursday" },
      { .text = "وصلوا الجمعة وغادروا الأحد", .source = "They came on Friday and left on Saturday" },
      { .text = "جلسة الاثنين", .source = "Wednesday’s session" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "يجتمع المجلس يوم الخميس", .source = "The council meets on Thursday" },
      { .text = "يجتمع المجلس غدا", .source = "The council meets on Thursday" },
      { .text = "غادروا السبت بعد أن وصلوا الجمعة", .source = "They came on Friday and left on Saturday" }, { 0 } },
  },
  [PERCENT] = {
    .id = "bilingual/percent", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A percentage on one side is a plain number on the other", "نسبة مئوية في أحد النصين عدد مجرد في الآخر" },
    .rationale = { "The number is the same, but only one of the texts says that it is a percentage.", "العدد واحد، لكن أحد النصين وحده يجعله نسبة مئوية." },
    .message = { "Source “{x}”, draft “{y}”: a percentage?", "في الأصل «{x}» وفي المسودة «{y}»: أهي نسبة مئوية؟" },
    .bad = (const struct mdq_example[]){
      { .text = "ارتفعت الأسعار بنسبة 8 خلال عام", .source = "Prices rose by 8 percent in a year" },
      { .text = "زاد عدد العمال 300% هذا العام", .source = "There are 300 more workers this year" },
      { .text = "أيد القرار 62 من الناخبين", .source = "62% of voters supported the decision" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "ارتفعت الأسعار 8 في المئة", .source = "Prices rose 8%" },
      { .text = "بين 5 و8 في المئة", .source = "Between 5% and 8%" },
      { .text = "تراجعت البطالة نقطتين مئويتين", .source = "Unemployment fell two percentage points" }, { 0 } },
  },
  [UNIT] = {
    .id = "bilingual/currency", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "The sum is the source’s, the currency is not", "المبلغ كما في الأصل والعملة غيرها" },
    .rationale = { "Source and draft name the same sum in different currencies.", "يذكر الأصل والمسودة المبلغ نفسه بعملتين مختلفتين." },
    .message = { "Currency: source “{x}”, draft “{y}”", "العملة: في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "بلغت الكلفة 40 مليون يورو", .source = "It cost $40 million" },
      { .text = "دفع 300 جنيه إسترليني", .source = "He paid 300 euros" },
      { .text = "غرامة قدرها 90 ألف دولار", .source = "A fine of 90,000 yen" }, { 0 } },
    .good_pairs = (const struct mdq_example[]){
      { .text = "بلغت الكلفة 40 مليون دولار أمريكي", .source = "It cost $40 million" },
      { .text = "دفع 300 يورو", .source = "He paid €300" },
      { .text = "بلغ السعر 500 جنيه إسترليني", .source = "The price was £500" }, { 0 } },
  },
