/* Work on numbered items in several threads, results taken in order.

   `work` runs in any thread; `done` runs in the calling thread, for item 0, 1, 2, ... At most MDQ_POOL_WINDOW
   items a thread are begun and not yet taken, so that what they hold stays bounded however many there are: item
   i may keep its result in slot i % mdq_pool_slots(threads). */
#ifndef MDQ_CLI_POOL_H
#define MDQ_CLI_POOL_H

#include <stdbool.h>
#include <stddef.h>

enum { MDQ_POOL_WINDOW = 4 };

typedef void mdq_pool_work(void *user, size_t item, size_t slot);
typedef bool mdq_pool_done(void *user, size_t item, size_t slot); /* false: stop, begin no more items */

size_t mdq_pool_slots(size_t threads);

/* With one thread, or none to be had, everything runs in the calling thread. Items that were begun when `done`
   stopped the run are finished but not taken. Returns false without memory. */
bool mdq_pool_run(size_t threads, size_t items, mdq_pool_work *work, mdq_pool_done *done, void *user);

#endif
