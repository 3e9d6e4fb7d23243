/* Compiled data as the fuzzer makes them up, with size and checksum put right, so that it gets behind them: `make fuzz`. */
#include "../lexicon/exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  exercise((const char *)data, size, true);
  return 0;
}
