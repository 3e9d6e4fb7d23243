#include "rules/name/known_word.h"

#include "lexicon/lexicon.h"

enum { SHORTEST = 4 * 2 /* bytes */ };

void mdq_know_word(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_name_word name;
  bool known = (!word->name || word->name & MDQ_NAME_OF_TABLE) && mdq_names_find(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word), &name);
  word->latin |= (known ? 2 + (uint32_t)(name.stem.cut / strlen("و")) : 1) << MDQ_KNOWN_CUT_SHIFT;
  if (!known || !name.alone || name.latin >= MDQ_KNOWN_NUMBER || name.stem.text.len < SHORTEST) return;
  if (name.attested || !mdq_lexicon_derives(ctx->lexicon, word)) word->latin |= name.latin + 1;
}
