/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/* Exit statuses that other people's scripts rely on (cli.md). */
typedef enum
{
  TEND_EXIT_DONE = 0,
  TEND_EXIT_NOT_SO = 1,     /* the thing asked for is not so: check found faults, nothing matched */
  TEND_EXIT_USAGE = 2,
  TEND_EXIT_INPUT = 3,
  TEND_EXIT_BOOK = 4,       /* the book cannot be used */
  TEND_EXIT_ERROR = -1      /* of a command: the error says which of them */
} TendExit;

/**
 * TendCli:
 *
 * A run of tendctl: what was asked for before the command, and the book once a command has opened it.
 */
typedef struct
{
  char *path;
  char *as_manager;
  gboolean json;
  gboolean refused;   /* the book itself could not be opened */
  TendBook *book;
} TendCli;

/**
 * TendCommand:
 * @name: the word on the command line
 * @arguments: what stands behind the options in its usage; translatable
 * @summary: one line; translatable
 * @description: (nullable): more, shown by --help; translatable
 * @options: its own options, NULL-terminated
 * @takes_files: the words on the command line may be the names of files, which need not be text
 * @run: does it; the words on the command line behind @name are @args
 *
 * A verb of tendctl.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  gboolean takes_files;
  TendExit (*run) (TendCli             *cli,
                   const char * const  *args,
                   GError             **error);
} TendCommand;

extern const TendCommand tend_command_add;
extern const TendCommand tend_command_backup;
extern const TendCommand tend_command_check;
extern const TendCommand tend_command_delete;
extern const TendCommand tend_command_due;
extern const TendCommand tend_command_edit;
extern const TendCommand tend_command_follow_up;
extern const TendCommand tend_command_generate;
extern const TendCommand tend_command_history;
extern const TendCommand tend_command_import;
extern const TendCommand tend_command_info;
extern const TendCommand tend_command_init;
extern const TendCommand tend_command_list;
extern const TendCommand tend_command_log;
extern const TendCommand tend_command_need;
extern const TendCommand tend_command_opportunity;
extern const TendCommand tend_command_reassign;
extern const TendCommand tend_command_redo;
extern const TendCommand tend_command_restore;
extern const TendCommand tend_command_rules;
extern const TendCommand tend_command_show;
extern const TendCommand tend_command_undo;

gboolean     tend_cli_check_place    (TendCli             *cli,
                                      GError             **error);
gboolean     tend_cli_open           (TendCli             *cli,
                                      TendBookFlags        flags,
                                      GError             **error);
const char  *tend_cli_get_path       (TendCli             *cli);
gboolean     tend_cli_apply          (TendCli             *cli,
                                      TendOperation       *operation,
                                      GError             **error);

/* The nouns of the book as a list for a sentence. (transfer full) */
char        *tend_cli_list_nouns     (void);

/* What was asked for wrongly: exit status 2. */
void         tend_cli_usage_error    (GError             **error,
                                      const char          *format,
                                      ...) G_GNUC_PRINTF (2, 3);
gboolean     tend_cli_check_count    (const char * const  *args,
                                      guint                min,
                                      guint                max,
                                      GError             **error);

/* An error as people and as scripts see it. */
char        *tend_problem_to_sentence (const GError       *error);
TendExit     tend_problem_to_exit     (const GError       *error);

G_END_DECLS
