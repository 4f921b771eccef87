/* The files that are shown, BASE-WIDTHxHEIGHT.jpg and .yuyv, and what is done to single frames. What
 * has the error bit set is damaged in truth, so that a reader who takes it is found out. */
#include "webcam.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char base[256];
static char loaded_name[300];
static uint8_t *loaded, *damaged, *lost;
static size_t loaded_count;
static int flagged, truncated, percent, lossy, lost_bytes;
static bool is_unended;
static unsigned shown;

void picture_show(const char *new_base)
{
	snprintf(base, sizeof base, "%s", new_base);
}

void picture_flag(int frames)
{
	flagged = frames;
}

void picture_truncate(int frames, int of_hundred)
{
	truncated = frames;
	percent = of_hundred;
}

void picture_lose(int every, int bytes)
{
	lossy = every;
	lost_bytes = bytes;
}

void picture_end(bool is_there)
{
	is_unended = !is_there;
}

/* Whether this frame is one that loses bytes: one of so many, and never at an even step, which a
 * reader that takes every so many frames could pass over to the last. */
static bool is_lossy(const struct mode *mode, const struct picture *picture)
{
	if (lossy <= 0 || mode->is_raw || lost_bytes + 4 >= (int)picture->count / 2)
		return false;
	uint32_t place = shown * 2654435769u; /* 2^32 over the golden ratio */
	return place <= UINT32_MAX / (unsigned)lossy;
}

/* The frame without some bytes in its latter three quarters, each time others. */
static void lose(struct picture *picture)
{
	size_t begin = picture->count / 4, range = picture->count - begin - (size_t)lost_bytes - 2;
	size_t place = begin + shown * 7919u % range, after = place + (size_t)lost_bytes;
	memcpy(lost, loaded, place);
	memcpy(lost + place, loaded + after, picture->count - after);
	picture->start = lost;
	picture->count -= (size_t)lost_bytes;
}

static bool load(const char *name)
{
	FILE *file = fopen(name, "rb");
	if (!file)
		return false;
	fseek(file, 0, SEEK_END);
	loaded_count = ftell(file);
	rewind(file);
	loaded = realloc(loaded, loaded_count);
	loaded_count = fread(loaded, 1, loaded_count, file);
	fclose(file);
	damaged = realloc(damaged, loaded_count);
	lost = realloc(lost, loaded_count);
	memcpy(damaged, loaded, loaded_count);
	damaged[loaded_count / 2] ^= 0xff;
	strcpy(loaded_name, name);
	return true;
}

bool picture_next(const struct mode *mode, struct picture *picture)
{
	char name[300];
	snprintf(name, sizeof name, "%s-%dx%d.%s", base, mode->width, mode->height,
		 mode->is_raw ? "yuyv" : "jpg");
	if (strcmp(name, loaded_name) && !load(name)) {
		printf("there is no %s\n", name);
		return false;
	}
	*picture = (struct picture){ flagged > 0 ? damaged : loaded, loaded_count, flagged > 0 };
	if (truncated > 0)
		picture->count = loaded_count * percent / 100;
	if (is_unended && !mode->is_raw)
		picture->count -= 2;
	shown++;
	if (is_lossy(mode, picture))
		lose(picture);
	flagged -= flagged > 0;
	truncated -= truncated > 0;
	return true;
}
