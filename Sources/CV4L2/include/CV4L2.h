// V4L2's ioctls as typed functions. It exists because ioctl is variadic and VIDIOC_* are macros
// with types in them: Swift can call neither. Each function answers 0 or -errno and repeats the
// call after EINTR.
#ifndef CV4L2_H
#define CV4L2_H

#include <linux/videodev2.h>
#include <stdint.h>

int cv4l2_querycap(int fd, struct v4l2_capability *capability);
int cv4l2_enum_fmt(int fd, struct v4l2_fmtdesc *description);
int cv4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *size);
int cv4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *interval);
int cv4l2_g_fmt(int fd, struct v4l2_format *format);
int cv4l2_s_fmt(int fd, struct v4l2_format *format);
int cv4l2_s_parm(int fd, struct v4l2_streamparm *parameters);
int cv4l2_reqbufs(int fd, struct v4l2_requestbuffers *request);
int cv4l2_querybuf(int fd, struct v4l2_buffer *buffer);
int cv4l2_qbuf(int fd, struct v4l2_buffer *buffer);
int cv4l2_dqbuf(int fd, struct v4l2_buffer *buffer);
int cv4l2_streamon(int fd, int type);
int cv4l2_streamoff(int fd, int type);

// The members of v4l2_format's and its kin's unions that Swift would have to name one by one.
static inline void cv4l2_set_pixels(
    struct v4l2_format *format, uint32_t width, uint32_t height, uint32_t fourcc) {
    format->type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format->fmt.pix.width = width;
    format->fmt.pix.height = height;
    format->fmt.pix.pixelformat = fourcc;
    format->fmt.pix.field = V4L2_FIELD_NONE;
}
static inline struct v4l2_pix_format cv4l2_pixels(const struct v4l2_format *format) {
    return format->fmt.pix;
}
static inline uint32_t cv4l2_offset(const struct v4l2_buffer *buffer) { return buffer->m.offset; }

#endif
