#include "CV4L2.h"

#include <errno.h>
#include <sys/ioctl.h>

static int call(int fd, unsigned long request, void *argument) {
    int result;
    do {
        result = ioctl(fd, request, argument);
    } while (result == -1 && errno == EINTR);
    return result == -1 ? -errno : 0;
}

int cv4l2_querycap(int fd, struct v4l2_capability *value) {
    return call(fd, VIDIOC_QUERYCAP, value);
}
int cv4l2_enum_fmt(int fd, struct v4l2_fmtdesc *value) { return call(fd, VIDIOC_ENUM_FMT, value); }
int cv4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *value) {
    return call(fd, VIDIOC_ENUM_FRAMESIZES, value);
}
int cv4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *value) {
    return call(fd, VIDIOC_ENUM_FRAMEINTERVALS, value);
}
int cv4l2_g_fmt(int fd, struct v4l2_format *value) { return call(fd, VIDIOC_G_FMT, value); }
int cv4l2_s_fmt(int fd, struct v4l2_format *value) { return call(fd, VIDIOC_S_FMT, value); }
int cv4l2_s_parm(int fd, struct v4l2_streamparm *value) { return call(fd, VIDIOC_S_PARM, value); }
int cv4l2_reqbufs(int fd, struct v4l2_requestbuffers *value) {
    return call(fd, VIDIOC_REQBUFS, value);
}
int cv4l2_querybuf(int fd, struct v4l2_buffer *value) { return call(fd, VIDIOC_QUERYBUF, value); }
int cv4l2_qbuf(int fd, struct v4l2_buffer *value) { return call(fd, VIDIOC_QBUF, value); }
int cv4l2_dqbuf(int fd, struct v4l2_buffer *value) { return call(fd, VIDIOC_DQBUF, value); }
int cv4l2_streamon(int fd, int type) { return call(fd, VIDIOC_STREAMON, &type); }
int cv4l2_streamoff(int fd, int type) { return call(fd, VIDIOC_STREAMOFF, &type); }
