/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first-frame [--columns FROM TO] COMMAND…: starts a program under X11 and prints, in ms from the moment before exec, when its first window was
 * mapped ("mapped"), when the first frame covered at least half of it ("painted"), and when what it has to show was there
 * ("shown"): the first frame with nine tenths of the ink that the window has when it has come to rest. Ink is what differs
 * from the most frequent colour of a grid of points, of the whole window or of what lies between two columns of it in px.
 * A window without ink is shown when it is painted. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS   500
#define TIMEOUT_MS 30000
#define MOST_FRAMES 400
#define STEP       2

typedef struct
{
  double at;
  long   ink;
} Frame;

static Display *display;
static Window window;
static int width;
static int from_column;
static int to_column;   /* 0: the whole window */
static int height;
static int damage_event;
static double mapped;
static double painted;
static Frame frames[MOST_FRAMES];
static int n_frames;

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
ignore_error (Display     *where,
              XErrorEvent *event)
{
  return 0;
}

static pid_t
start (char *command[])
{
  pid_t child = fork ();

  if (child == 0)
    {
      int null = open ("/dev/null", O_WRONLY);

      dup2 (null, STDOUT_FILENO);
      if (getenv ("TEND_BENCH_VERBOSE") == NULL)
        dup2 (null, STDERR_FILENO);
      execvp (command[0], command);
      _exit (127);
    }

  return child;
}

/* Sixteen levels a channel: enough to tell text from ground, and few enough to count. */
static long
count_ink (void)
{
  static long counts[4096];
  XImage *image = XGetImage (display, window, 0, 0, (unsigned) width, (unsigned) height, AllPlanes, ZPixmap);
  long n = 0;
  long most = 0;

  if (image == NULL)
    return 0;

  memset (counts, 0, sizeof counts);
  for (int y = 0; y < height; y += STEP)
    {
      for (int x = from_column; x < (to_column > 0 && to_column < width ? to_column : width); x += STEP)
        {
          unsigned long pixel = XGetPixel (image, x, y);

          counts[(pixel >> 12 & 0xF00) | (pixel >> 8 & 0xF0) | (pixel >> 4 & 0xF)]++;
          n++;
        }
    }
  XDestroyImage (image);

  for (int i = 0; i < 4096; i++)
    most = counts[i] > most ? counts[i] : most;

  return n - most;
}

static void
watch_window (XMapEvent *event,
              double     at)
{
  XWindowAttributes attributes;

  if (window != 0 || event->override_redirect || !XGetWindowAttributes (display, event->window, &attributes)
      || attributes.width < 100 || attributes.height < 100)
    return;

  window = event->window;
  width = attributes.width;
  height = attributes.height;
  mapped = at;
  XDamageCreate (display, window, XDamageReportRawRectangles);
  XFlush (display);
}

/* The time is taken before the window is looked at: looking takes some ms, and is not the program's. */
static void
note_frame (const XDamageNotifyEvent *event,
            double                    at)
{
  XWindowAttributes attributes;

  if (painted == 0 && (long) event->area.width * event->area.height * 2 >= (long) width * height)
    painted = at;
  if (n_frames == MOST_FRAMES || XPending (display) > 0 || !XGetWindowAttributes (display, window, &attributes))
    return;

  width = attributes.width;
  height = attributes.height;
  frames[n_frames++] = (Frame) { at, count_ink () };
}

static void
watch (double started,
       pid_t  child)
{
  double last = now_ms ();

  while (now_ms () - started < TIMEOUT_MS && (painted == 0 || now_ms () - last < QUIET_MS))
    {
      XEvent event;
      double at;

      if (!XPending (display))
        {
          struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

          poll (&fd, 1, 10);
          if (!XPending (display))
            {
              if (waitpid (child, NULL, WNOHANG) == child)
                return;
              continue;
            }
        }

      XNextEvent (display, &event);
      at = now_ms () - started;
      if (event.type == MapNotify)
        watch_window (&event.xmap, at);
      else if (event.type == damage_event + XDamageNotify)
        {
          XDamageNotifyEvent damage;

          memcpy (&damage, &event, sizeof damage);
          last = now_ms ();
          note_frame (&damage, at);
        }

      /* A blinking caret never comes to rest. */
      if (painted != 0 && now_ms () - started - painted > 2500)
        return;
    }
}

static double
find_shown (void)
{
  long most = n_frames > 0 ? frames[n_frames - 1].ink : 0;

  for (int i = 0; i < n_frames; i++)
    {
      if (most * 200 > (long) width * height / (STEP * STEP) && frames[i].ink * 10 >= most * 9)
        return frames[i].at;
    }

  return painted;
}

static void
stop (pid_t child)
{
  kill (child, SIGTERM);
  for (int i = 0; i < 300; i++)
    {
      if (waitpid (child, NULL, WNOHANG) != 0)
        return;
      usleep (10000);
    }
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  int error_event;
  double started;
  pid_t child;

  display = XOpenDisplay (NULL);
  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &error_event))
    return 2;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  started = now_ms ();
  if (argc > 4 && strcmp (argv[1], "--columns") == 0)
    {
      from_column = atoi (argv[2]);
      to_column = atoi (argv[3]);
      argv += 3;
    }
  child = start (argv + 1);
  watch (started, child);
  printf ("{\"mapped\": %.1f, \"painted\": %.1f, \"shown\": %.1f, \"frames\": %d}\n", mapped, painted, find_shown (), n_frames);
  if (getenv ("TEND_BENCH_FRAMES") != NULL)
    {
      for (int i = 0; i < n_frames; i++)
        fprintf (stderr, "%8.1f %ld\n", frames[i].at, frames[i].ink);
    }
  stop (child);

  return painted == 0;
}
