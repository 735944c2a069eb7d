/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "worker.h"

#include <sched.h>
#include <sys/resource.h>

/* Work that is done, and has to be told to whoever asked. */
typedef struct
{
  GMutex lock;
  GQueue jobs;
} Answers;

/* How much a nice one steps back. */
#define NICE 5

struct _TendWorker
{
  GThread      *thread;
  gboolean      nice;
  GAsyncQueue  *queue;
  Answers      *answers;
  TendDatabase *database;
  gpointer      context;
  void        (*close) (gpointer context, TendDatabase *database);
};

typedef struct
{
  TendWork        work;      /* NULL: end */
  gpointer        data;
  GCancellable   *cancellable;
  GTask          *task;      /* NULL: somebody waits */
  GDestroyNotify  free_result;
  GMutex          lock;      /* of the one who waits */
  GCond           done_cond;
  gboolean        done;
  gpointer        result;
  GError         *error;
} Job;

static void
interrupt (GCancellable *cancellable,
           TendDatabase *database)
{
  tend_database_interrupt (database);
}

static void
run_job (TendWorker *self,
         Job        *job)
{
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;
  if (job->cancellable != NULL)
    handler = g_cancellable_connect (job->cancellable, G_CALLBACK (interrupt), self->database, NULL);
  job->result = job->work (self->context, self->database, job->data, job->cancellable, &job->error);
  g_cancellable_disconnect (job->cancellable, handler);
}

static void
answers_clear (gpointer data)
{
  Answers *answers = data;

  g_mutex_clear (&answers->lock);
}

static void
answers_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, answers_clear);
}

static void answer_first (Answers *answers);

/* On the thread of the one who asked. */
static gboolean
answer_task (gpointer user_data)
{
  Answers *answers = user_data;
  Job *job;

  g_mutex_lock (&answers->lock);
  job = g_queue_pop_head (&answers->jobs);
  /* Before this one is told, which may wait for the next. */
  if (!g_queue_is_empty (&answers->jobs))
    answer_first (answers);
  g_mutex_unlock (&answers->lock);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, job->result, job->free_result);
  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_free (job);
  return G_SOURCE_REMOVE;
}

/* The task holds the book. Were it let go here, the last of a book could end on this thread, and wait for it for ever. */
static void
answer_first (Answers *answers)
{
  Job *job = g_queue_peek_head (&answers->jobs);
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, answer_task, g_atomic_rc_box_acquire (answers), answers_unref);
  g_source_attach (source, g_task_get_context (job->task));
}

/* An answer a turn of the main loop: several at once would hold up what is to be drawn, and what is typed. */
static void
send_answer (TendWorker *self,
             Job        *job)
{
  g_mutex_lock (&self->answers->lock);
  g_queue_push_tail (&self->answers->jobs, job);
  if (g_queue_get_length (&self->answers->jobs) == 1)
    answer_first (self->answers);
  g_mutex_unlock (&self->answers->lock);
}

static void
answer_waiting (Job *job)
{
  g_mutex_lock (&job->lock);
  job->done = TRUE;
  g_cond_signal (&job->done_cond);
  g_mutex_unlock (&job->lock);
}

/* Where there are fewer processors than work, the thread that draws and answers keys goes first, and is not taken off its
 * processor by the one that it has just woken. Under Linux 0 is the calling thread, not its process. A refusal costs nothing
 * but that. */
static void
step_back (TendWorker *self)
{
  sched_setscheduler (0, SCHED_BATCH, &(const struct sched_param) { 0 });
  if (self->nice)
    setpriority (PRIO_PROCESS, 0, NICE);
}

static gpointer
run (gpointer data)
{
  TendWorker *self = data;
  Job *job;

  step_back (self);
  while ((job = g_async_queue_pop (self->queue))->work != NULL)
    {
      run_job (self, job);
      if (job->task != NULL)
        send_answer (self, job);
      else
        answer_waiting (job);
    }
  g_free (job);
  if (self->close != NULL)
    self->close (self->context, self->database);
  g_clear_pointer (&self->database, tend_database_close);
  return NULL;
}

TendWorker *
tend_worker_new (const char   *name,
                 gboolean      nice,
                 TendDatabase *database,
                 gpointer      context,
                 void        (*close) (gpointer context, TendDatabase *database))
{
  TendWorker *self = g_new0 (TendWorker, 1);

  self->nice = nice;
  self->database = database;
  self->context = context;
  self->close = close;
  self->queue = g_async_queue_new ();
  self->answers = g_atomic_rc_box_new0 (Answers);
  g_mutex_init (&self->answers->lock);
  g_queue_init (&self->answers->jobs);
  self->thread = g_thread_new (name, run, self);
  return self;
}

void
tend_worker_free (TendWorker *self)
{
  if (self == NULL)
    return;
  g_async_queue_push (self->queue, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  answers_unref (self->answers);
  g_free (self);
}

gpointer
tend_worker_call (TendWorker    *self,
                  TendWork       work,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Job job = { .work = work, .data = data, .cancellable = cancellable };

  g_mutex_init (&job.lock);
  g_cond_init (&job.done_cond);
  g_async_queue_push (self->queue, &job);
  g_mutex_lock (&job.lock);
  while (!job.done)
    g_cond_wait (&job.done_cond, &job.lock);
  g_mutex_unlock (&job.lock);
  g_mutex_clear (&job.lock);
  g_cond_clear (&job.done_cond);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

void
tend_worker_push (TendWorker          *self,
                  gpointer             source,
                  TendWork             work,
                  gpointer             data,
                  GDestroyNotify       free_data,
                  GDestroyNotify       free_result,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->free_result = free_result;
  /* What a cancelled write has done stands: whether it did is the work's answer, not the task's. */
  job->task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_task_data (job->task, data, free_data);
  g_async_queue_push (self->queue, job);
}
