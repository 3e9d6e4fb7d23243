#include "quantity/phrase.h"

#include "arabic/numerals.h"
#include "arabic/proclitics.h"
#include "quantity/beside.h"
#include "quantity/find.h"
#include "quantity/nouns.h"
#include "quantity/phrase_atoms.h"
#include "quantity/units.h"

struct reader {
  const struct mdq_table *const *tables;
  const struct mdq_segment *segment;
  struct mdq_number_phrase *phrase;
};

/* Most numbers end before a word that says none. A clitic before figures is short. */
static inline bool may_be_atom(const struct reader *r, size_t i) {
  if (!mdq_token_is(r->segment, i, MDQ_TOKEN_AR)) return mdq_token_is(r->segment, i, MDQ_TOKEN_NUM);
  struct mdq_word *word = r->segment->tokens[i].word;
  return (mdq_number_bits(r->tables, word) & MDQ_NUMBER_ROW) || (word->letters <= MDQ_CLITIC_LETTERS && mdq_token_is(r->segment, i + 1, MDQ_TOKEN_NUM));
}

static bool atom_at(const struct reader *r, size_t i, struct mdq_number_atom *atom) {
  return may_be_atom(r, i) && mdq_number_atom(r->tables, r->segment, i, atom);
}

static bool is_figure(const struct mdq_number_atom *a) {
  return a->class == MDQ_NUMBER_NONE;
}

/* -- small numbers: below a thousand -- */

/* The rest of a number below a hundred that begins with atom a. */
static bool below_hundred(struct reader *r, const struct mdq_number_atom *a, size_t *next, double *value) {
  struct mdq_number_atom b;
  bool follows = atom_at(r, a->next, &b) && !is_figure(&b);
  struct mdq_number_phrase *p = r->phrase;
  bool unit = a->class == MDQ_NUMBER_UNIT || a->class == MDQ_NUMBER_ONE;
  if (unit && follows && b.class == MDQ_NUMBER_TEN && !b.conjunction && !b.preposition) {
    *value = a->value + 10;
    *next = b.next;
    p->ten = b.first;
    p->ten_form = b.form;
  } else if (unit && follows && b.class == MDQ_NUMBER_TENS && b.conjunction && !b.preposition) {
    *value = a->value + b.value;
    *next = b.next;
  } else if (a->class == MDQ_NUMBER_UNIT || a->class == MDQ_NUMBER_TEN || a->class == MDQ_NUMBER_TENS) {
    *value = a->value;
    *next = a->next;
  } else {
    return false;
  }
  p->ends_small = true;
  p->unit = a->class == MDQ_NUMBER_TENS ? 0 : a->first;
  p->unit_form = a->class == MDQ_NUMBER_TENS ? '\0' : a->form;
  p->rest = *value;
  return true;
}

static void forget_small(struct mdq_number_phrase *p) {
  p->ends_small = false;
  p->unit = p->ten = 0;
  p->unit_form = p->ten_form = '\0';
  p->rest = 0;
}

/* A hundred at atom a, «مئتا», «ثلاثمئة», or in two words, «ثلاث مئة». */
static bool hundred(const struct reader *r, const struct mdq_number_atom *a, size_t *next, double *value) {
  struct mdq_number_atom b;
  *value = a->value;
  *next = a->next;
  if (a->class == MDQ_NUMBER_HUNDRED) return true;
  if (a->class != MDQ_NUMBER_UNIT || a->value < 3 || !atom_at(r, a->next, &b)) return false;
  *value = a->value * b.value;
  *next = b.next;
  return b.class == MDQ_NUMBER_HUNDRED && b.value == 100 && !b.conjunction && !b.preposition;
}

static bool small(struct reader *r, const struct mdq_number_atom *a, size_t *next, double *value) {
  struct mdq_number_atom b;
  forget_small(r->phrase);
  if (!hundred(r, a, next, value)) return below_hundred(r, a, next, value);
  double more;
  size_t after;
  if (atom_at(r, *next, &b) && b.conjunction && !is_figure(&b) && !b.preposition && below_hundred(r, &b, &after, &more)) {
    *value += more;
    *next = after;
  }
  return true;
}

/* -- terms: a small number or a figure, and its magnitudes -- */

struct term {
  double value, step, scale, mantissa;
  size_t next;
  bool figure, vague, dual, fraction, ambiguous;
};

/* A word that a number may stand before: a counted noun, a unit. */
static bool is_countable(const struct reader *r, size_t i) {
  unsigned beside = mdq_beside(r->tables, r->segment, i);
  return (beside & MDQ_BESIDE_NOUN) || ((beside & MDQ_BESIDE_UNIT) && mdq_unit_arabic(r->tables[MDQ_TABLE_UNITS], mdq_token_v2(r->segment, i)));
}

/* «ألف كتابا» is "wrote a book": a thousand is followed by a genitive. Units are not written. */
static bool is_object(const struct reader *r, size_t i) {
  struct mdq_noun noun;
  return mdq_counted_noun(r->tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(r->segment, i), &noun) && noun.forms == MDQ_NOUN_ACCUSATIVE &&
         !mdq_unit_arabic(r->tables[MDQ_TABLE_UNITS], noun.singular);
}

/* «مليونا» is two millions before what is counted, «مليونا شخص», and one in the accusative: with its tanween, before more of the
   number, «مليونا و400 ألف», and where nothing is counted. */
static bool is_accusative(const struct reader *r, const struct mdq_number_atom *a) {
  static const char *const particles[] = { "من", "في", "على", "عن", "إلى", "خلال", "بحلول", NULL };
  struct mdq_number_atom b;
  if (a->form != 'a') return false;
  struct mdq_span raw = mdq_token_text(r->segment, a->first);
  if (memmem(raw.ptr, raw.len, "\u064B", 2)) return true;
  if (atom_at(r, a->next, &b)) return b.conjunction;
  if (!mdq_token_is(r->segment, a->next, MDQ_TOKEN_AR)) return true;
  return mdq_span_is_one_of(mdq_token_v1(r->segment, a->next), particles);
}

/* «ألف» is a verb and a letter as well, «ألفا» a Greek one. */
static bool stands_alone(const struct reader *r, const struct mdq_number_atom *a) {
  struct mdq_number_atom b;
  if (a->form == 'p') return true;
  if (atom_at(r, a->next, &b)) {
    if (b.conjunction || b.class == MDQ_NUMBER_MAGNITUDE) return true;
  }
  bool thousand = a->value == 1000;
  if (a->form == 'd') return true;
  if (a->form == 'a') return is_countable(r, a->next) || (!thousand && !a->article && is_accusative(r, a));
  if (a->article) return false;
  if (!thousand) return true;
  bool number_before = a->first && atom_at(r, a->first - 1, &b) && b.class == MDQ_NUMBER_ABOUT;
  struct mdq_span before = a->first ? mdq_token_v2(r->segment, a->first - 1) : MDQ_SPAN_LIT("");
  bool each = a->form == 's' && (mdq_span_is(before, "كل") || mdq_span_is(before, "لكل")); /* «واحد من كل ألف» */
  return number_before || each || a->preposition || (is_countable(r, a->next) && !is_object(r, a->next));
}

/* «(72) مليون ريال»: the figure alone stands in brackets, as agencies of the Gulf write it. */
static void leave_brackets(const struct reader *r, struct term *t) {
  struct mdq_number_atom b;
  size_t first = r->phrase->first;
  bool bracketed = t->figure && first && t->next == first + 1 && mdq_token_mark(r->segment, first - 1, '(') && mdq_token_mark(r->segment, t->next, ')');
  if (bracketed && atom_at(r, t->next + 1, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.conjunction && !b.preposition && !b.article) t->next++;
}

/* Magnitudes behind a term, each multiplying it: «ألف مليار», «مئة ألف». */
static void magnitudes(const struct reader *r, struct term *t) {
  struct mdq_number_atom b;
  leave_brackets(r, t);
  while (atom_at(r, t->next, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.conjunction && !b.preposition && b.form != 'd') {
    t->mantissa = t->scale <= 1 && t->figure ? t->value : 0;
    t->value *= b.value;
    t->step *= b.value;
    t->scale *= b.value;
    t->next = b.next;
    forget_small(r->phrase);
  }
}

/* «آلاف», «عشرات», «مئات الآلاف»: no more than the order is said. */
static bool vague(const struct reader *r, const struct mdq_number_atom *a, struct term *t) {
  bool order = a->class == MDQ_NUMBER_HUNDREDS || a->class == MDQ_NUMBER_SCORES || (a->class == MDQ_NUMBER_MAGNITUDE && a->form == 'p');
  if (!order) return false;
  *t = (struct term){ .value = a->value, .step = a->value, .scale = a->class == MDQ_NUMBER_MAGNITUDE ? a->value : 1, .next = a->next, .vague = true };
  struct mdq_number_atom b;
  while (atom_at(r, t->next, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.conjunction && !b.preposition) {
    t->value *= b.value;
    t->step *= b.value;
    t->scale *= b.value;
    t->next = b.next;
  }
  return true;
}

static bool is_semi_final(const struct reader *r, size_t i) {
  struct mdq_span next = mdq_token_v2(r->segment, i);
  return mdq_span_is(next, "نهايي") || mdq_span_is(next, "النهايي") || mdq_span_starts(next, MDQ_SPAN_LIT("سنوي")) || mdq_span_starts(next, MDQ_SPAN_LIT("السنوي")) ||
         mdq_span_starts(next, MDQ_SPAN_LIT("شهري"));
}

/* «نصف مليون», «ثلاثة أرباع المليون», «ثلث السكان». With the article only where it is a share («إلى النصف»), as «الربع الأول» is
   no number. */
static bool fraction(const struct reader *r, const struct mdq_number_atom *a, struct term *t) {
  struct mdq_number_atom b;
  *t = (struct term){ .value = a->value, .scale = 1, .next = a->next, .fraction = true };
  if (a->class == MDQ_NUMBER_UNIT && atom_at(r, a->next, &b) && b.class == MDQ_NUMBER_PARTS && !b.conjunction && a->value < b.value) {
    t->value = a->value / b.value;
    t->next = b.next;
  } else if (a->class != MDQ_NUMBER_FRACTION || is_semi_final(r, a->next)) {
    return false;
  }
  if (atom_at(r, t->next, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.conjunction && !b.preposition) {
    t->value *= b.value;
    t->scale = b.value;
    t->step = b.value / 10;
    t->next = b.next;
    return true;
  }
  t->step = t->value / 10;
  struct mdq_span before = a->first ? mdq_token_v2(r->segment, a->first - 1) : MDQ_SPAN_LIT("");
  bool share = a->preposition || mdq_span_is(before, "الي") || mdq_span_is(before, "بنسبه") || mdq_span_is(before, "بمقدار");
  return !a->article || a->form == 'd' || (share && !(atom_at(r, t->next, &b) && b.class == MDQ_NUMBER_ORDINAL));
}

/* «خمس السكان»: a fifth, a tenth; not «خمس آلاف», which begins alike in V2. */
static bool fifth(const struct reader *r, const struct mdq_number_atom *a, struct term *t) {
  bool word = (a->class == MDQ_NUMBER_UNIT && a->value == 5 && a->form == 'f') || (a->class == MDQ_NUMBER_TEN && a->form == 'f');
  struct mdq_number_atom b;
  if (word && atom_at(r, a->next, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.article) return false;
  if (!word || a->article || !mdq_span_starts(mdq_token_v2(r->segment, a->next), MDQ_SPAN_LIT("ال"))) return false;
  *t = (struct term){ .value = 1 / a->value, .step = 0.1 / a->value, .scale = 1, .next = a->next, .fraction = true };
  return true;
}

static bool term_at(struct reader *r, const struct mdq_number_atom *a, struct term *t) {
  *t = (struct term){ .scale = 1, .next = a->next };
  if (!is_figure(a) && (vague(r, a, t) || fraction(r, a, t) || fifth(r, a, t))) return true;
  *t = (struct term){ .scale = 1, .next = a->next };
  if (is_figure(a)) {
    forget_small(r->phrase);
    t->figure = true;
    t->value = a->value;
    t->step = a->step;
    t->ambiguous = a->ambiguous;
  } else if (a->class == MDQ_NUMBER_MAGNITUDE) {
    if (!stands_alone(r, a)) return false;
    forget_small(r->phrase);
    t->dual = a->form == 'd' || (a->form == 'a' && !is_accusative(r, a));
    t->value = t->dual ? 2 * a->value : a->value;
    t->step = t->scale = a->value;
  } else if (a->class == MDQ_NUMBER_ZERO) {
    forget_small(r->phrase);
    t->value = 0;
  } else if (!small(r, a, &t->next, &t->value)) {
    return false;
  } else {
    t->step = 0;
  }
  double spelled_step = t->step;
  if (!t->figure && t->scale <= 1) t->step = 1;
  magnitudes(r, t);
  if (!t->figure && t->scale <= 1) t->step = spelled_step;
  return true;
}

/* -- the whole -- */

static void add_term(struct mdq_number_phrase *p, const struct term *t) {
  p->value += t->value;
  p->step = t->step;
  p->scale = t->scale;
  p->figures = p->figures || t->figure;
  p->magnitude = p->magnitude || t->scale > 1;
  p->vague = p->vague || t->vague;
  p->fraction = p->fraction || t->fraction;
  p->words = p->words || !t->figure || t->scale > 1;
  p->last = t->next - 1;
}

/* «ونصف», «وثلاثة أرباع» at atom a; 0: no such part. */
static double part_at(const struct reader *r, const struct mdq_number_atom *a, size_t *next) {
  struct mdq_number_atom b;
  *next = a->next;
  if (a->class == MDQ_NUMBER_FRACTION && a->form == 's') return a->value;
  if (a->class != MDQ_NUMBER_UNIT || !atom_at(r, a->next, &b) || b.class != MDQ_NUMBER_PARTS || b.conjunction || a->value >= b.value) return 0;
  *next = b.next;
  return a->value / b.value;
}

/* «مليون ونصف المليون», «مليون ونصف», «5 ونصف», «4 ملايين وثلاثة أرباع المليون». */
static bool add_fraction(struct reader *r, const struct mdq_number_atom *a) {
  struct mdq_number_phrase *p = r->phrase;
  struct mdq_number_atom b;
  size_t next;
  double part = a->preposition ? 0 : part_at(r, a, &next), whole = p->scale;
  if (part == 0) return false;
  if (atom_at(r, next, &b) && b.class == MDQ_NUMBER_MAGNITUDE && !b.conjunction && !b.preposition) {
    if (b.value > p->scale) return false;
    whole = b.value;
    next = b.next;
  }
  p->value += part * whole;
  p->step = part == 0.5 ? whole / 10 : whole / 100;
  p->fraction = p->words = true;
  p->last = next - 1;
  return true;
}

static bool is_between(const struct reader *r, size_t i) {
  struct mdq_span word = i ? mdq_token_v2(r->segment, i - 1) : MDQ_SPAN_LIT("");
  return mdq_span_is(word, "بين") || mdq_span_is(word, "وبين") || mdq_span_is(word, "مابين");
}

/* «مئة ألف وألف», «ثلاثمئة مليون ومليونان»: the classical way to say 101,000 and 302 millions. */
static bool adds_to_hundreds(const struct mdq_number_phrase *p, const struct term *t, double last) {
  double hundreds = last / p->scale / 100;
  return !p->figures && !t->figure && t->scale == p->scale && t->value <= 2 * p->scale && hundreds >= 1 && hundreds == (double)(int)hundreds && hundreds < 10;
}

/* Terms joined by و, each less than the last magnitude before it. */
static void add_terms(struct reader *r) {
  struct mdq_number_phrase *p = r->phrase;
  struct mdq_number_atom a;
  if (!may_be_atom(r, p->last + 1)) return;
  bool between = is_between(r, p->first);
  struct mdq_number_phrase one = *p;
  size_t terms = 1;
  double last = p->value;
  while (atom_at(r, p->last + 1, &a) && a.conjunction && !a.preposition) {
    struct mdq_number_phrase kept = *p;
    struct term t;
    if (add_fraction(r, &a)) return;
    bool fits = p->scale > 1 && !p->fraction && !p->vague && !a.article && term_at(r, &a, &t) && !t.vague && !t.fraction && t.value > 0 &&
                (t.value < p->scale || adds_to_hundreds(p, &t, last));
    if (!fits) {
      *p = kept;
      break;
    }
    add_term(p, &t);
    last = t.value;
    p->mantissa = 0;
    terms++;
  }
  /* «بين ألفين و500»: the second term is the other end, unless another number follows. */
  bool end_follows = atom_at(r, p->last + 1, &a) && a.conjunction;
  if (between && terms == 2 && !end_follows) *p = one;
}

/* A plural of those that are counted, with the article and prepositions or without. */
static bool is_counted_plural(const struct reader *r, size_t i) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span word = mdq_token_v1(r->segment, i);
  size_t count = word.len ? mdq_stems(word, stems) : 0;
  for (size_t s = 0; s < count; s++) {
    struct mdq_noun noun;
    if (mdq_counted_noun(r->tables[MDQ_TABLE_COUNTED_NOUNS], stems[s].text, &noun) && (noun.forms & MDQ_NOUN_PLURAL)) return true;
    if (stems[s].article && mdq_span_ends(word, MDQ_SPAN_LIT("ات"))) return true;
  }
  return false;
}

/* Words that count only with something to be counted: «ست» is a lady, «سبع» a lion, «خمس» a fifth, «عشر» a tenth. */
static bool is_doubtful(const struct reader *r, const struct mdq_number_atom *a, const struct term *t) {
  bool homograph = (a->class == MDQ_NUMBER_UNIT && a->value >= 5 && a->value <= 7 && a->form == 'f') || (a->class == MDQ_NUMBER_TEN && a->form == 'f');
  if (!homograph || t->next != a->next || t->scale > 1 || t->fraction) return false;
  const struct mdq_segment *s = r->segment;
  if (a->first && is_counted_plural(r, a->first - 1)) return false; /* «السنوات الست», «سنوات سبع» */
  if (a->article) return !is_countable(r, a->next) && !(a->first && mdq_span_ends(mdq_token_v1(s, a->first - 1), MDQ_SPAN_LIT("مجموعة")));
  struct mdq_span next = mdq_token_v1(s, a->next);
  return !is_countable(r, a->next) && !mdq_span_ends(next, MDQ_SPAN_LIT("ات")) && !mdq_span_is(next, "من");
}

static void set_bytes(const struct reader *r, const struct mdq_number_atom *a) {
  struct mdq_number_phrase *p = r->phrase;
  const struct mdq_token *tokens = r->segment->tokens;
  bool clitic_apart = is_figure(a) && tokens[a->first].kind == MDQ_TOKEN_AR;
  p->figure = a->first + clitic_apart;
  p->start = tokens[a->first + clitic_apart].start;
  struct mdq_span text = mdq_token_text(r->segment, a->first);
  bool led = mdq_span_starts(text, MDQ_SPAN_LIT("و")) || mdq_span_starts(text, MDQ_SPAN_LIT("ف"));
  if (!clitic_apart && a->conjunction && led) p->start += 2;
  if (p->last > a->first + 1 && mdq_token_mark(r->segment, a->first + 1, ')')) p->start = tokens[a->first - 1].start;
  p->end = tokens[p->last].end;
}

bool mdq_starts_a_date(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "يوم", "عام", "سنه", "شهر", "ليله", "اسبوع", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words) &&
         (mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM) || mdq_span_starts(mdq_token_v2(segment, i + 1), MDQ_SPAN_LIT("ال")));
}

/* -- ordinals -- */

static bool ordinal(struct reader *r, const struct mdq_number_atom *a) {
  struct mdq_number_phrase *p = r->phrase;
  struct mdq_number_atom b;
  bool lone = a->class == MDQ_NUMBER_ORDINAL;
  p->value = a->value;
  p->last = a->first;
  if (atom_at(r, a->next, &b) && !is_figure(&b)) {
    bool teen = b.class == MDQ_NUMBER_TEN && !b.conjunction && !b.article && a->value < 10;
    bool tens = b.class == MDQ_NUMBER_TENS && b.conjunction && b.article == a->article && a->value < 10;
    if (teen || tens) {
      p->value += b.value;
      p->last = b.first;
      lone = true;
    }
  }
  p->ordinal = p->words = true;
  p->unit_form = a->form;
  /* «ثانية» is a second, and "again"; a month is «تشرين الثاني» */
  struct mdq_span before = a->first ? mdq_token_v2(r->segment, a->first - 1) : MDQ_SPAN_LIT("");
  bool month = mdq_span_ends(before, MDQ_SPAN_LIT("تشرين")) || mdq_span_ends(before, MDQ_SPAN_LIT("كانون")) || mdq_span_ends(before, MDQ_SPAN_LIT("ربيع")) || mdq_span_ends(before, MDQ_SPAN_LIT("جمادي"));
  /* «محاولة خامسة»; «مرة ثانية» is "again" */
  bool behind_noun = a->form == 'f' && a->value > 2 && a->first && mdq_span_ends(mdq_token_v1(r->segment, a->first - 1), MDQ_SPAN_LIT("ة"));
  return lone && !month && (a->article || a->form == 'm' || p->last != a->first || a->value == 1 || behind_noun);
}

/* The word behind figures may go on with their number: a magnitude, or what و or a clitic joins to it. */
static bool may_go_on(const struct mdq_table *const *tables, const struct mdq_segment *s, size_t i) {
  struct mdq_word *word = s->tokens[i].word;
  unsigned number = mdq_number_bits(tables, word);
  if ((number & MDQ_NUMBER_ROW) && ((number & MDQ_NUMBER_CONJUNCTION) || (word->beside & MDQ_BESIDE_MAGNITUDE))) return true;
  return word->letters <= MDQ_CLITIC_LETTERS && mdq_token_is(s, i + 1, MDQ_TOKEN_NUM);
}

bool mdq_figures_end(const struct mdq_table *const *tables, const struct mdq_segment *s, size_t i) {
  if (i + 1 == s->token_count) return true;
  const struct mdq_token *next = &s->tokens[i + 1];
  if (next->kind == MDQ_TOKEN_AR) return (next->flags & MDQ_TOKEN_SPACED) && !may_go_on(tables, s, i + 1);
  bool plain = next->code_point == '.' || next->code_point == 0x060C || next->code_point == '%';
  return plain && !mdq_token_is(s, i + 2, MDQ_TOKEN_NUM);
}

bool mdq_lone_figures(const struct mdq_segment *segment, size_t i, const struct mdq_numeral *figures, struct mdq_number_phrase *phrase) {
  struct mdq_number_atom a = { .step = 1 };
  struct mdq_numeral read;
  const struct mdq_token *token = &segment->tokens[i];
  bool plain = (token->flags & MDQ_TOKEN_PLAIN) != 0;
  if (plain) a.value = (double)mdq_plain_number(mdq_token_text(segment, i));
  else if (!figures && mdq_numeral_read(mdq_token_text(segment, i), &read)) figures = &read;
  if (!plain && (!figures || !mdq_number_lone_figures(figures, i, &a))) return false;
  *phrase = (struct mdq_number_phrase){ .first = i, .last = i, .figure = i, .start = token->start, .end = token->end, .value = a.value, .step = a.step, .scale = 1,
                                        .figures = true, .ambiguous = a.ambiguous };
  return true;
}

bool mdq_number_phrase(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i, struct mdq_number_phrase *phrase) {
  struct reader r = { tables, segment, phrase };
  struct mdq_number_atom a;
  phrase->figures = false;
  if (mdq_token_is(segment, i, MDQ_TOKEN_NUM) && mdq_figures_end(tables, segment, i)) return mdq_lone_figures(segment, i, NULL, phrase);
  if (!atom_at(&r, i, &a)) return false;
  *phrase = (struct mdq_number_phrase){ .first = i, .last = i, .scale = 1, .conjunction = a.conjunction, .article = a.article, .preposition = a.preposition, .ambiguous = a.ambiguous };
  if (a.class == MDQ_NUMBER_ORDINAL || a.class == MDQ_NUMBER_ORDINAL_ONE) {
    struct mdq_number_phrase begun = *phrase;
    if (ordinal(&r, &a)) {
      set_bytes(&r, &a);
      return true;
    }
    *phrase = begun;
  }
  struct term t;
  if (!term_at(&r, &a, &t) || is_doubtful(&r, &a, &t)) return false;
  /* «الاثنين» is a Monday */
  if (a.class == MDQ_NUMBER_UNIT && a.value == 2 && a.form == 'm' && a.article && t.next == a.next) return false;
  add_term(phrase, &t);
  phrase->mantissa = t.mantissa;
  add_terms(&r);
  set_bytes(&r, &a);
  return true;
}
