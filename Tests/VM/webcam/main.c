/* webcam FIFO BASE [YUYV]: plugs a camera in that shows BASE, and obeys the lines of a named pipe.
 *
 *   show BASE          BASE-WIDTHxHEIGHT.jpg or .yuyv, by the mode that is read
 *   freeze, thaw       nothing is sent; is sent again
 *   errbit N           the next N frames are damaged and carry the error bit
 *   trunc N PERCENT    of the next N frames only so much is sent
 *   lose EVERY BYTES   of so many frames one loses bytes, somewhere inside; 0 0: none does
 *   unended, ended     frames come without their end marker; with it
 *   stall              one transfer fails
 *   unplug, plug       leaves the bus; comes back
 *
 * Each is answered on standard output. With YUYV the camera has no MJPG. */
#include "webcam.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool show(const char *line)
{
	if (strncmp(line, "show ", 5))
		return false;
	picture_show(line + 5);
	return true;
}

static bool harm(const char *line)
{
	int frames, percent, bytes;
	if (sscanf(line, "errbit %d", &frames) == 1)
		picture_flag(frames);
	else if (sscanf(line, "trunc %d %d", &frames, &percent) == 2)
		picture_truncate(frames, percent);
	else if (sscanf(line, "lose %d %d", &frames, &bytes) == 2)
		picture_lose(frames, bytes);
	else
		return false;
	return true;
}

static bool do_word(const char *line)
{
	if (!strcmp(line, "freeze") || !strcmp(line, "thaw"))
		stream_freeze(line[0] == 'f');
	else if (!strcmp(line, "unended") || !strcmp(line, "ended"))
		picture_end(line[0] == 'e');
	else if (!strcmp(line, "stall"))
		stream_stall();
	else if (!strcmp(line, "plug"))
		usbip_plug();
	else if (!strcmp(line, "unplug"))
		usbip_unplug();
	else
		return false;
	return true;
}

static void obey(const char *line)
{
	bool known = show(line) || harm(line) || do_word(line);
	printf("%s%s (%ld frames)\n", known ? "" : "unknown: ", line, stream_frames());
}

static void read_commands(int fifo)
{
	char text[1024], *rest = NULL;
	ssize_t count = read(fifo, text, sizeof text - 1);
	if (count <= 0)
		return;
	text[count] = 0;
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		obey(line);
}

static void serve(int fifo, int timer)
{
	for (;;) {
		int line = usbip_socket();
		struct pollfd ready[] = { { fifo, POLLIN, 0 }, { timer, POLLIN, 0 }, { line, POLLIN, 0 } };
		if (poll(ready, 3, -1) < 0) /* a descriptor of -1 is passed over */
			continue;
		if (ready[0].revents & POLLIN)
			read_commands(fifo);
		if (ready[1].revents & POLLIN)
			stream_tick();
		if (ready[2].revents && usbip_socket() == line)
			usbip_serve();
	}
}

int main(int count, char **arguments)
{
	int fifo, timer;
	if (count < 3) {
		fprintf(stderr, "webcam FIFO BASE [YUYV]\n");
		return 64;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	picture_show(arguments[2]);
	descriptors_build(count == 3 || strcmp(arguments[3], "YUYV"));
	control_reset();
	fifo = open(arguments[1], O_RDWR | O_NONBLOCK);
	timer = stream_open();
	if (fifo < 0 || timer < 0) {
		perror(arguments[1]);
		return 1;
	}
	usbip_plug();
	serve(fifo, timer);
}
