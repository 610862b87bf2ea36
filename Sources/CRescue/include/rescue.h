// Starts the program again when it crashes while it works on one named thing.
#pragma once

/// Where the program started again finds what it crashed at: "SIGNAL\nNOTE".
#define HW_RESCUE_VARIABLE "HALLWAY_CRASHED_AT"

/// Keeps the arguments with which the program is started again; until then hw_rescue_begin does
/// nothing.
///
/// `arguments` ends with NULL and must stay as it is.
void hw_rescue_listen(char **arguments);

/// From now on a fatal signal on any thread, or more than `seconds` of processor time, starts the
/// program again.
///
/// `note` says what is being worked on, to the program that starts again, and `shown` says it to
/// people. Both are copied, and cut after 4,000 bytes. One thread at a time may be between this and
/// hw_rescue_end.
void hw_rescue_begin(const char *note, const char *shown, int seconds);

/// From now on fatal signals end the program, as they do by default.
void hw_rescue_end(void);
