/* A USB webcam in user space: a UVC 1.0 device with one bulk streaming endpoint, served over USB/IP
 * to the same kernel's virtual host controller, so that the kernel's own uvcvideo drives it. */
#ifndef WEBCAM_H
#define WEBCAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A size in a pixel format. Like a USB 2 camera: raw frames come slower the larger they are. */
struct mode {
	bool is_raw;
	uint8_t format; /* bFormatIndex, from 1 */
	uint8_t frame;  /* bFrameIndex, from 1 */
	uint16_t width, height, fps;
};

/* descriptors.c */
struct bytes {
	const uint8_t *start;
	size_t count;
};
void descriptors_build(bool with_mjpg);
struct bytes descriptors_find(uint8_t kind, uint8_t index);
const struct mode *descriptors_mode(uint8_t format, uint8_t frame);

/* control.c: requests to endpoint 0 */
struct setup {
	uint8_t type, request;
	uint16_t value, index, length;
};
void control_reset(void);
void control_take(uint32_t sequence, const struct setup *setup, const uint8_t *sent);

/* picture.c: the frame under way */
struct picture {
	const uint8_t *start;
	size_t count;
	bool has_error; /* the UVC error bit is set */
};
void picture_show(const char *base);
void picture_flag(int frames);
void picture_truncate(int frames, int percent);
void picture_lose(int every, int bytes);
void picture_end(bool is_there);
bool picture_next(const struct mode *mode, struct picture *picture);

/* stream.c: the video endpoint */
#define PAYLOAD 16384 /* one URB of uvcvideo is one payload: 32 packets of 512 bytes */
int stream_open(void);
void stream_start(const struct mode *mode);
void stream_reset(void);
void stream_abort_frame(void);
void stream_freeze(bool frozen);
void stream_stall(void);
void stream_tick(void);
void stream_add(uint32_t sequence, uint32_t length);
bool stream_remove(uint32_t sequence);
long stream_frames(void);

/* usbip.c: the line to the kernel */
void usbip_plug(void);
void usbip_unplug(void);
int usbip_socket(void);
void usbip_serve(void);
void usbip_reply(uint32_t sequence, int status, struct bytes data, uint32_t taken);

#endif
