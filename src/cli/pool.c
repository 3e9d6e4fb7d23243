#include "cli/pool.h"

#include <pthread.h>
#include <stdlib.h>

struct pool {
  pthread_mutex_t lock;
  pthread_cond_t room, progress; /* an item may be begun; an item was finished */
  size_t items, slots, begun, taken;
  bool *finished; /* by slot */
  bool stopped;
  mdq_pool_work *work;
  void *user;
};

size_t mdq_pool_slots(size_t threads) {
  return threads > 1 ? threads * MDQ_POOL_WINDOW : 1;
}

static void *worker(void *argument) {
  struct pool *pool = argument;
  pthread_mutex_lock(&pool->lock);
  for (;;) {
    while (!pool->stopped && pool->begun < pool->items && pool->begun - pool->taken >= pool->slots)
      pthread_cond_wait(&pool->room, &pool->lock);
    if (pool->stopped || pool->begun == pool->items) break;
    size_t item = pool->begun++, slot = item % pool->slots;
    pthread_mutex_unlock(&pool->lock);
    pool->work(pool->user, item, slot);
    pthread_mutex_lock(&pool->lock);
    pool->finished[slot] = true;
    pthread_cond_signal(&pool->progress);
  }
  pthread_mutex_unlock(&pool->lock);
  return NULL;
}

static void take_all(struct pool *pool, mdq_pool_done *done) {
  pthread_mutex_lock(&pool->lock);
  for (size_t item = 0; item < pool->items && !pool->stopped; item++) {
    size_t slot = item % pool->slots;
    while (!pool->finished[slot]) pthread_cond_wait(&pool->progress, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    bool go_on = done(pool->user, item, slot);
    pthread_mutex_lock(&pool->lock);
    pool->finished[slot] = false;
    pool->taken++;
    pool->stopped = !go_on;
    pthread_cond_broadcast(&pool->room);
  }
  pthread_mutex_unlock(&pool->lock);
}

static void run_alone(size_t items, mdq_pool_work *work, mdq_pool_done *done, void *user) {
  for (size_t item = 0; item < items; item++) {
    work(user, item, 0);
    if (!done(user, item, 0)) return;
  }
}

static void run_threads(struct pool *pool, pthread_t *ids, size_t threads, mdq_pool_done *done) {
  size_t started = 0;
  while (started < threads && pthread_create(&ids[started], NULL, worker, pool) == 0) started++;
  if (started) take_all(pool, done);
  else run_alone(pool->items, pool->work, done, pool->user);
  for (size_t i = 0; i < started; i++) pthread_join(ids[i], NULL);
}

bool mdq_pool_run(size_t threads, size_t items, mdq_pool_work *work, mdq_pool_done *done, void *user) {
  if (threads <= 1) {
    run_alone(items, work, done, user);
    return true;
  }
  struct pool pool = { .lock = PTHREAD_MUTEX_INITIALIZER, .room = PTHREAD_COND_INITIALIZER,
                       .progress = PTHREAD_COND_INITIALIZER, .items = items, .slots = mdq_pool_slots(threads),
                       .work = work, .user = user };
  pool.finished = calloc(pool.slots, sizeof *pool.finished);
  pthread_t *ids = calloc(threads, sizeof *ids);
  bool ready = pool.finished && ids;
  if (ready) run_threads(&pool, ids, threads, done);
  free(pool.finished);
  free(ids);
  return ready;
}
