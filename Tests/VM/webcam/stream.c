/* The video endpoint: transfers that wait, filled with the frame under way (UVC 1.0, 2.4.3). */
#include "webcam.h"

#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { HEADER = 2, WAITING = 64, STALLED = -32 /* EPIPE */ };
enum { FRAME_ID = 1, END_OF_FRAME = 2, ERROR = 0x40, END_OF_HEADER = 0x80 };

struct transfer {
	uint32_t sequence, length;
};

static struct transfer waiting[WAITING];
static int waiting_count;
static const struct mode *mode;
static struct picture picture;
static size_t position;
static bool is_under_way, is_frozen, stalls_next;
static uint8_t frame_id;
static long frames;
static int timer;

int stream_open(void)
{
	timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
	return timer;
}

void stream_start(const struct mode *new_mode)
{
	struct itimerspec pace = { { 0, 1000000000 / new_mode->fps }, { 0, 1 } };
	mode = new_mode;
	is_under_way = false;
	timerfd_settime(timer, 0, &pace, NULL);
}

static struct transfer take_first(void)
{
	struct transfer first = waiting[0];
	memmove(waiting, waiting + 1, --waiting_count * sizeof *waiting);
	return first;
}

/* Sends as much of the frame as one transfer holds. */
static void send_payload(struct transfer transfer)
{
	static uint8_t payload[PAYLOAD];
	size_t room = (transfer.length < PAYLOAD ? transfer.length : PAYLOAD) - HEADER;
	size_t left = picture.count - position, count = left < room ? left : room;
	payload[0] = HEADER;
	payload[1] = END_OF_HEADER | frame_id | (count == left ? END_OF_FRAME : 0)
		     | (picture.has_error ? ERROR : 0);
	memcpy(payload + HEADER, picture.start + position, count);
	position += count;
	if (count == left) {
		is_under_way = false;
		frames++;
	}
	usbip_reply(transfer.sequence, 0, (struct bytes){ payload, HEADER + count }, HEADER + count);
}

static void pump(void)
{
	if (waiting_count > 0 && stalls_next) {
		stalls_next = false;
		usbip_reply(take_first().sequence, STALLED, (struct bytes){ NULL, 0 }, 0);
	}
	while (waiting_count > 0 && is_under_way)
		send_payload(take_first());
}

/* Begins a frame where it is time for one and somebody reads. */
void stream_tick(void)
{
	uint64_t ticks;
	if (read(timer, &ticks, sizeof ticks) != sizeof ticks)
		return;
	if (mode && !is_under_way && waiting_count > 0 && !is_frozen && picture_next(mode, &picture)) {
		is_under_way = true;
		position = 0;
		frame_id ^= FRAME_ID;
	}
	pump();
}

void stream_add(uint32_t sequence, uint32_t length)
{
	if (waiting_count == WAITING)
		return;
	waiting[waiting_count++] = (struct transfer){ sequence, length };
	pump();
}

bool stream_remove(uint32_t sequence)
{
	for (int i = 0; i < waiting_count; i++)
		if (waiting[i].sequence == sequence) {
			memmove(waiting + i, waiting + i + 1, (--waiting_count - i) * sizeof *waiting);
			return true;
		}
	return false;
}

void stream_abort_frame(void)
{
	is_under_way = false;
}

void stream_reset(void)
{
	waiting_count = 0;
	is_under_way = false;
}

void stream_freeze(bool frozen)
{
	is_frozen = frozen;
}

void stream_stall(void)
{
	stalls_next = true;
	pump();
}

long stream_frames(void)
{
	return frames;
}
