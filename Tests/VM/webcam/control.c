/* Requests to endpoint 0: the standard ones, and the negotiation of a mode (UVC 1.0, 4.3.1). */
#include "webcam.h"

#include <stdio.h>
#include <string.h>

enum { GET_STATUS = 0, CLEAR_FEATURE = 1, GET_DESCRIPTOR = 6, SET_CONFIGURATION = 9, SET_INTERFACE = 11 };
enum { SET_CUR = 0x01, GET_LEN = 0x85, GET_INFO = 0x86 };
enum { PROBE = 1, COMMIT = 2 };
enum { TO_HOST = 0x80, TO_CLASS = 0x21, FROM_CLASS = 0xA1, STREAMING = 1 };
enum { LENGTH = 26, STALLED = -32 /* EPIPE */ };

static uint8_t agreed[3][LENGTH]; /* by PROBE and COMMIT */

/* Turns what the host wishes into what the camera will really do. */
static void settle(uint8_t *wish)
{
	const struct mode *mode = descriptors_mode(wish[2], wish[3]);
	uint32_t interval = 10000000u / mode->fps, bytes = mode->width * mode->height * 2u;
	uint32_t payload = PAYLOAD;
	memset(wish, 0, LENGTH);
	wish[0] = 1;
	wish[2] = mode->format;
	wish[3] = mode->frame;
	memcpy(wish + 4, &interval, 4);
	memcpy(wish + 18, &bytes, 4);
	memcpy(wish + 22, &payload, 4);
}

void control_reset(void)
{
	for (int which = PROBE; which <= COMMIT; which++) {
		agreed[which][2] = agreed[which][3] = 1;
		settle(agreed[which]);
	}
}

static void commit(void)
{
	const struct mode *mode = descriptors_mode(agreed[COMMIT][2], agreed[COMMIT][3]);
	stream_start(mode);
	printf("commit %s %dx%d@%d\n", mode->is_raw ? "YUYV" : "MJPG", mode->width, mode->height,
	       mode->fps);
}

static void accept(const struct setup *setup, const uint8_t *sent)
{
	int which = setup->value >> 8 == PROBE ? PROBE : COMMIT;
	memcpy(agreed[which], sent, setup->length < LENGTH ? setup->length : LENGTH);
	settle(agreed[which]);
	if (which == COMMIT)
		commit();
}

static struct bytes negotiation(const struct setup *setup)
{
	static const uint8_t can_get_and_set = 3, size[] = { LENGTH, 0 };
	if (setup->request == GET_INFO)
		return (struct bytes){ &can_get_and_set, 1 };
	if (setup->request == GET_LEN)
		return (struct bytes){ size, sizeof size };
	return (struct bytes){ agreed[setup->value >> 8 == PROBE ? PROBE : COMMIT], LENGTH };
}

static struct bytes answer(const struct setup *setup)
{
	static const uint8_t status[2];
	bool is_standard = (setup->type & 0x60) == 0;
	if (is_standard && setup->request == GET_DESCRIPTOR)
		return descriptors_find(setup->value >> 8, setup->value & 255);
	if (is_standard && setup->request == GET_STATUS)
		return (struct bytes){ status, sizeof status };
	if (setup->type == FROM_CLASS && (setup->index & 255) == STREAMING)
		return negotiation(setup);
	return (struct bytes){ NULL, 0 };
}

/* Takes a request that sends something; whether the camera knows it. */
static bool take(const struct setup *setup, const uint8_t *sent)
{
	if (setup->type == TO_CLASS && setup->request == SET_CUR && (setup->index & 255) == STREAMING) {
		accept(setup, sent);
		return true;
	}
	if ((setup->type & 0x60) != 0)
		return false;
	if (setup->request == CLEAR_FEATURE && (setup->type & 0x1f) == 2)
		stream_abort_frame();
	return true;
}

void control_take(uint32_t sequence, const struct setup *setup, const uint8_t *sent)
{
	struct bytes found = { NULL, 0 };
	if (setup->type & TO_HOST) {
		found = answer(setup);
		if (found.count > setup->length)
			found.count = setup->length;
		usbip_reply(sequence, found.start ? 0 : STALLED, found, found.count);
	} else {
		bool known = take(setup, sent);
		usbip_reply(sequence, known ? 0 : STALLED, found, known ? setup->length : 0);
	}
}
