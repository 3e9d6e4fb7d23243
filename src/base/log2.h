/* A logarithm without libm. */
#ifndef MDQ_BASE_LOG2_H
#define MDQ_BASE_LOG2_H

/* log2 of a positive number, within a tenth of a bit: exact at powers of two, straight lines between them. */
static inline double mdq_log2(unsigned value) {
  unsigned bits = 0;
  for (unsigned v = value; v > 1; v >>= 1) bits++;
  return (double)bits + (double)value / (double)(1u << bits) - 1;
}

#endif
