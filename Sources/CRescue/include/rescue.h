// Last words of a program that crashes; one that works on a named thing is started again without it.
#pragma once

/// Where the program started again finds what it crashed at: "SIGNAL\nNOTE".
#define HW_RESCUE_VARIABLE "HALLWAY_CRASHED_AT"

/// From now on a fatal signal ends the program with a line that says so.
///
/// Keeps the arguments with which the program is started again; until then hw_rescue_begin does
/// nothing. `arguments` ends with NULL and must stay as it is.
void hw_rescue_listen(char **arguments);

/// From now on a fatal signal on any thread, or more than `seconds` of processor time, starts the
/// program again.
///
/// `note` says what is being worked on, to the program that starts again, and `shown` says it to
/// people, as in "while reading this". Both are copied, and cut after 4,000 bytes. The work may go
/// from thread to thread, but one thing at a time is between this and hw_rescue_end. A stack that has
/// run over is caught on the thread that calls this.
void hw_rescue_begin(const char *note, const char *shown, int seconds);

/// From now on a fatal signal ends the program again.
void hw_rescue_end(void);
