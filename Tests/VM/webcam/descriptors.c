/* What the camera says of itself (USB 2.0 chapter 9; UVC 1.0 sections 3 and the payload formats). */
#include "webcam.h"

#include <string.h>

#define LOW_HIGH(value) (value) & 255, (value) >> 8 & 255
#define FOUR(value) LOW_HIGH(value), (value) >> 16 & 255, (value) >> 24 & 255
#define PUT(...) put((const uint8_t[]){ __VA_ARGS__ }, sizeof(const uint8_t[]){ __VA_ARGS__ })

enum { DEVICE = 1, CONFIGURATION, STRING };

static const uint8_t device[] = {
	18, 1, LOW_HIGH(0x200), 0xEF, 2, 1, 64, /* several interfaces belong together */
	LOW_HIGH(0x1d6b), LOW_HIGH(0x0102), LOW_HIGH(0x100), 1, 2, 3, 1,
};
static const char *const names[] = { "", "Kiosk Lab", "Lab UVC Camera", "LAB0001" };

static const struct mode sizes[] = {
	{ false, 0, 1, 640, 480, 30 }, { false, 0, 2, 1280, 720, 30 }, { false, 0, 3, 1920, 1080, 30 },
	{ true, 0, 1, 640, 480, 30 },  { true, 0, 2, 1280, 720, 10 },  { true, 0, 3, 1920, 1080, 5 },
};
enum { SIZES = sizeof sizes / sizeof *sizes };

static struct mode modes[SIZES];
static int mode_count;
static uint8_t configuration[512];
static size_t length;

static void put(const uint8_t *bytes, size_t count)
{
	memcpy(configuration + length, bytes, count);
	length += count;
}

static void put_video_control(void)
{
	PUT(8, 11, 0, 2, 0x0E, 3, 0, 2);   /* interfaces 0 and 1 are one video function */
	PUT(9, 4, 0, 0, 0, 0x0E, 1, 0, 2); /* interface 0: video control */
	PUT(13, 0x24, 1, LOW_HIGH(0x100), LOW_HIGH(13 + 17 + 9), FOUR(6000000), 1, 1);
	PUT(17, 0x24, 2, 1, LOW_HIGH(0x201), 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0); /* 1: camera */
	PUT(9, 0x24, 3, 3, LOW_HIGH(0x101), 0, 1, 0);                          /* 3: USB, fed by 1 */
}

static void put_format(const struct mode *mode)
{
	if (mode->is_raw)
		PUT(27, 0x24, 4, mode->format, 3, 'Y', 'U', 'Y', '2', 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0,
		    0x38, 0x9b, 0x71, 16, 1, 0, 0, 0, 0);
	else
		PUT(11, 0x24, 6, mode->format, 3, 1, 1, 0, 0, 0, 0);
}

static void put_frame(const struct mode *mode)
{
	uint32_t bytes = mode->width * mode->height * 2u, interval = 10000000u / mode->fps;
	uint32_t rate = bytes * 8 * mode->fps;
	PUT(30, 0x24, mode->is_raw ? 5 : 7, mode->frame, 0, LOW_HIGH(mode->width),
	    LOW_HIGH(mode->height), FOUR(rate), FOUR(rate), FOUR(bytes), FOUR(interval), 1,
	    FOUR(interval));
}

static void put_video_streaming(void)
{
	size_t header;
	uint8_t formats = modes[mode_count - 1].format;
	PUT(9, 4, 1, 0, 1, 0x0E, 2, 0, 0); /* interface 1: video streaming; bulk has one setting */
	header = length;
	PUT(13 + formats, 0x24, 1, formats, 0, 0, 0x81, 0, 3, 0, 0, 0, 1);
	for (int format = 0; format < formats; format++)
		PUT(0); /* no controls of its own */
	for (const struct mode *mode = modes; mode < modes + mode_count; mode++) {
		if (mode->frame == 1)
			put_format(mode);
		put_frame(mode);
	}
	configuration[header + 4] = (length - header) & 255;
	configuration[header + 5] = (length - header) >> 8;
	PUT(7, 5, 0x81, 2, LOW_HIGH(512), 0);
}

void descriptors_build(bool with_mjpg)
{
	for (const struct mode *size = sizes; size < sizes + SIZES; size++) {
		if (!size->is_raw && !with_mjpg)
			continue;
		modes[mode_count] = *size;
		modes[mode_count++].format = size->is_raw && with_mjpg ? 2 : 1;
	}
	PUT(9, 2, 0, 0, 2, 1, 0, 0x80, 250);
	put_video_control();
	put_video_streaming();
	configuration[2] = length & 255;
	configuration[3] = length >> 8;
}

/* A string as UTF-16; string 0 is the list of languages (US English). */
static struct bytes string(uint8_t index)
{
	static uint8_t text[64];
	size_t count = index == 0 ? 1 : strlen(names[index]);
	text[0] = 2 + 2 * count;
	text[1] = STRING;
	for (size_t i = 0; i < count; i++) {
		text[2 + 2 * i] = index == 0 ? 0x09 : names[index][i];
		text[3 + 2 * i] = index == 0 ? 0x04 : 0;
	}
	return (struct bytes){ text, text[0] };
}

struct bytes descriptors_find(uint8_t kind, uint8_t index)
{
	if (kind == DEVICE)
		return (struct bytes){ device, sizeof device };
	if (kind == CONFIGURATION)
		return (struct bytes){ configuration, length };
	if (kind == STRING && index < sizeof names / sizeof *names)
		return string(index);
	return (struct bytes){ NULL, 0 };
}

const struct mode *descriptors_mode(uint8_t format, uint8_t frame)
{
	for (const struct mode *mode = modes; mode < modes + mode_count; mode++)
		if (mode->format == format && mode->frame == frame)
			return mode;
	return modes;
}
