// V4L2's ioctls as typed functions. It exists because ioctl is variadic, VIDIOC_* are macros with
// types in them, and v4l2_format and v4l2_buffer are unions of the single- and the multi-planar
// API: Swift can call none of these. Each function answers 0 or -errno and repeats the call after
// EINTR. `multiplanar` is 1 for V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE, 0 for ..._VIDEO_CAPTURE.
#ifndef CV4L2_H
#define CV4L2_H

#include <linux/videodev2.h>
#include <stdint.h>

#define CV4L2_PLANES 4

// A format of either API.
struct cv4l2_picture {
    uint32_t width, height, fourcc;
    uint32_t planes;                // memory planes: 1 for most formats
    uint32_t stride[CV4L2_PLANES];  // bytesperline
    uint32_t size[CV4L2_PLANES];    // sizeimage
    int is_bt709, is_full_range;    // with the defaults of videodev2.h where the driver says none
};

// A buffer of either API.
struct cv4l2_slot {
    uint32_t index, flags, sequence, planes;
    uint32_t length[CV4L2_PLANES];   // of the mapping
    uint64_t offset[CV4L2_PLANES];   // for mmap
    uint32_t begin[CV4L2_PLANES];    // data_offset
    uint32_t used[CV4L2_PLANES];     // bytesused, data_offset taken off
    int64_t nanoseconds;             // timestamp
};

// A control. `type` and `flags` are V4L2_CTRL_TYPE_* and V4L2_CTRL_FLAG_*.
struct cv4l2_control {
    uint32_t id, type, flags;
    int64_t minimum, maximum, step, fallback;
    char name[33];
};

// A description of single-planar pixels.
static inline void cv4l2_set_pixels(
    struct v4l2_format *format, uint32_t width, uint32_t height, uint32_t fourcc) {
    format->type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format->fmt.pix.width = width;
    format->fmt.pix.height = height;
    format->fmt.pix.pixelformat = fourcc;
    format->fmt.pix.field = V4L2_FIELD_NONE;
}

int cv4l2_querycap(int fd, struct v4l2_capability *capability);
int cv4l2_enum_fmt(int fd, int multiplanar, struct v4l2_fmtdesc *description);
int cv4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *size);
int cv4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *interval);

int cv4l2_get_picture(int fd, int multiplanar, struct cv4l2_picture *picture);
int cv4l2_set_picture(int fd, int multiplanar, struct cv4l2_picture *picture);
int cv4l2_get_rate(int fd, int multiplanar, struct v4l2_fract *seconds_per_frame);
int cv4l2_set_rate(int fd, int multiplanar, struct v4l2_fract *seconds_per_frame);

int cv4l2_request(int fd, int multiplanar, uint32_t *count);
int cv4l2_query(int fd, int multiplanar, uint32_t index, struct cv4l2_slot *slot);
int cv4l2_queue(int fd, int multiplanar, uint32_t index, uint32_t planes);
int cv4l2_dequeue(int fd, int multiplanar, struct cv4l2_slot *slot);
int cv4l2_stream(int fd, int multiplanar, int on);

// The control that follows `id` (0: the first); -EINVAL behind the last.
int cv4l2_control_after(int fd, uint32_t id, struct cv4l2_control *control);
// An item of a menu: its name, or for V4L2_CTRL_TYPE_INTEGER_MENU its value as text.
int cv4l2_menu_item(int fd, const struct cv4l2_control *control, uint32_t index, char name[33]);
int cv4l2_get_control(int fd, uint32_t id, int32_t *value);
int cv4l2_set_control(int fd, uint32_t id, int32_t value);

#endif
