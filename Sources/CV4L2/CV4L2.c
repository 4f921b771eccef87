#include "CV4L2.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

static int call(int fd, unsigned long request, void *argument) {
    int result;
    do {
        result = ioctl(fd, request, argument);
    } while (result == -1 && errno == EINTR);
    return result == -1 ? -errno : 0;
}

static uint32_t type(int multiplanar) {
    return multiplanar ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE;
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

int cv4l2_querycap(int fd, struct v4l2_capability *value) {
    return call(fd, VIDIOC_QUERYCAP, value);
}
int cv4l2_enum_fmt(int fd, int multiplanar, struct v4l2_fmtdesc *value) {
    value->type = type(multiplanar);
    return call(fd, VIDIOC_ENUM_FMT, value);
}
int cv4l2_enum_framesizes(int fd, struct v4l2_frmsizeenum *value) {
    return call(fd, VIDIOC_ENUM_FRAMESIZES, value);
}
int cv4l2_enum_frameintervals(int fd, struct v4l2_frmivalenum *value) {
    return call(fd, VIDIOC_ENUM_FRAMEINTERVALS, value);
}

// Matrix and range as the driver says, or by the defaults that videodev2.h gives for its colour
// space ("Defining Colorspaces" of the V4L2 manual).
static void encoding(
    struct cv4l2_picture *picture, uint32_t space, uint32_t matrix, uint32_t range) {
    if (matrix == V4L2_YCBCR_ENC_DEFAULT) matrix = V4L2_MAP_YCBCR_ENC_DEFAULT(space);
    if (range == V4L2_QUANTIZATION_DEFAULT)
        range = V4L2_MAP_QUANTIZATION_DEFAULT(0, space, matrix);
    picture->is_bt709 = matrix == V4L2_YCBCR_ENC_709 || matrix == V4L2_YCBCR_ENC_XV709;
    picture->is_full_range = range == V4L2_QUANTIZATION_FULL_RANGE;
}

static void read_format(
    const struct v4l2_format *format, int multiplanar, struct cv4l2_picture *picture) {
    const struct v4l2_pix_format *one = &format->fmt.pix;
    const struct v4l2_pix_format_mplane *many = &format->fmt.pix_mp;
    memset(picture, 0, sizeof *picture);
    if (!multiplanar) {
        picture->width = one->width;
        picture->height = one->height;
        picture->fourcc = one->pixelformat;
        picture->planes = 1;
        picture->stride[0] = one->bytesperline;
        picture->size[0] = one->sizeimage;
        encoding(picture, one->colorspace, one->ycbcr_enc, one->quantization);
        return;
    }
    picture->width = many->width;
    picture->height = many->height;
    picture->fourcc = many->pixelformat;
    picture->planes = least(many->num_planes, CV4L2_PLANES);
    for (uint32_t i = 0; i < picture->planes; i++) {
        picture->stride[i] = many->plane_fmt[i].bytesperline;
        picture->size[i] = many->plane_fmt[i].sizeimage;
    }
    encoding(picture, many->colorspace, many->ycbcr_enc, many->quantization);
}

int cv4l2_get_picture(int fd, int multiplanar, struct cv4l2_picture *picture) {
    struct v4l2_format format = {.type = type(multiplanar)};
    int status = call(fd, VIDIOC_G_FMT, &format);
    if (status == 0) read_format(&format, multiplanar, picture);
    return status;
}

int cv4l2_set_picture(int fd, int multiplanar, struct cv4l2_picture *picture) {
    struct v4l2_format format = {.type = type(multiplanar)};
    if (multiplanar) {
        format.fmt.pix_mp.width = picture->width;
        format.fmt.pix_mp.height = picture->height;
        format.fmt.pix_mp.pixelformat = picture->fourcc;
        format.fmt.pix_mp.field = V4L2_FIELD_NONE;
    } else {
        cv4l2_set_pixels(&format, picture->width, picture->height, picture->fourcc);
    }
    int status = call(fd, VIDIOC_S_FMT, &format);
    if (status == 0) read_format(&format, multiplanar, picture);
    return status;
}

int cv4l2_get_rate(int fd, int multiplanar, struct v4l2_fract *seconds) {
    struct v4l2_streamparm parameters = {.type = type(multiplanar)};
    int status = call(fd, VIDIOC_G_PARM, &parameters);
    *seconds = parameters.parm.capture.timeperframe;
    return status;
}

int cv4l2_set_rate(int fd, int multiplanar, struct v4l2_fract *seconds) {
    struct v4l2_streamparm parameters = {.type = type(multiplanar)};
    parameters.parm.capture.timeperframe = *seconds;
    int status = call(fd, VIDIOC_S_PARM, &parameters);
    *seconds = parameters.parm.capture.timeperframe;
    return status;
}

int cv4l2_request(int fd, int multiplanar, uint32_t *count) {
    struct v4l2_requestbuffers request = {
        .count = *count, .type = type(multiplanar), .memory = V4L2_MEMORY_MMAP};
    int status = call(fd, VIDIOC_REQBUFS, &request);
    *count = request.count;
    return status;
}

static int ask(
    int fd, unsigned long request, int multiplanar, uint32_t index, uint32_t planes,
    struct cv4l2_slot *slot) {
    struct v4l2_plane plane[VIDEO_MAX_PLANES] = {0};
    struct v4l2_buffer buffer = {
        .index = index, .type = type(multiplanar), .memory = V4L2_MEMORY_MMAP};
    if (multiplanar) {
        buffer.m.planes = plane;
        buffer.length = planes;
    }
    int status = call(fd, request, &buffer);
    if (status != 0 || !slot) return status;
    memset(slot, 0, sizeof *slot);
    slot->index = buffer.index;
    slot->flags = buffer.flags;
    slot->sequence = buffer.sequence;
    slot->nanoseconds =
        buffer.timestamp.tv_sec * INT64_C(1000000000) + buffer.timestamp.tv_usec * INT64_C(1000);
    slot->planes = multiplanar ? least(buffer.length, CV4L2_PLANES) : 1;
    if (!multiplanar) {
        slot->length[0] = buffer.length;
        slot->offset[0] = buffer.m.offset;
        slot->used[0] = buffer.bytesused;
        return 0;
    }
    for (uint32_t i = 0; i < slot->planes; i++) {
        slot->length[i] = plane[i].length;
        slot->offset[i] = plane[i].m.mem_offset;
        slot->begin[i] = least(plane[i].data_offset, plane[i].bytesused);
        slot->used[i] = plane[i].bytesused - slot->begin[i];
    }
    return 0;
}

int cv4l2_query(int fd, int multiplanar, uint32_t index, struct cv4l2_slot *slot) {
    return ask(fd, VIDIOC_QUERYBUF, multiplanar, index, VIDEO_MAX_PLANES, slot);
}
int cv4l2_queue(int fd, int multiplanar, uint32_t index, uint32_t planes) {
    return ask(fd, VIDIOC_QBUF, multiplanar, index, planes, 0);
}
int cv4l2_dequeue(int fd, int multiplanar, struct cv4l2_slot *slot) {
    return ask(fd, VIDIOC_DQBUF, multiplanar, 0, VIDEO_MAX_PLANES, slot);
}
int cv4l2_stream(int fd, int multiplanar, int on) {
    int kind = (int)type(multiplanar);
    return call(fd, on ? VIDIOC_STREAMON : VIDIOC_STREAMOFF, &kind);
}

int cv4l2_control_after(int fd, uint32_t id, struct cv4l2_control *control) {
    struct v4l2_query_ext_ctrl query = {.id = id | V4L2_CTRL_FLAG_NEXT_CTRL};
    int status = call(fd, VIDIOC_QUERY_EXT_CTRL, &query);
    if (status != 0) return status;
    control->id = query.id;
    control->type = query.type;
    control->flags = query.flags;
    control->minimum = query.minimum;
    control->maximum = query.maximum;
    control->step = (int64_t)query.step;
    control->fallback = query.default_value;
    memcpy(control->name, query.name, 32);
    control->name[32] = 0;
    return 0;
}

int cv4l2_menu_item(int fd, const struct cv4l2_control *control, uint32_t index, char name[33]) {
    struct v4l2_querymenu item = {.id = control->id, .index = index};
    int status = call(fd, VIDIOC_QUERYMENU, &item);
    if (status != 0) return status;
    if (control->type == V4L2_CTRL_TYPE_INTEGER_MENU)
        snprintf(name, 33, "%" PRId64, (int64_t)item.value);
    else
        memcpy(name, item.name, 32);
    name[32] = 0;
    return 0;
}

int cv4l2_get_control(int fd, uint32_t id, int32_t *value) {
    struct v4l2_control control = {.id = id};
    int status = call(fd, VIDIOC_G_CTRL, &control);
    *value = control.value;
    return status;
}
int cv4l2_set_control(int fd, uint32_t id, int32_t value) {
    struct v4l2_control control = {.id = id, .value = value};
    return call(fd, VIDIOC_S_CTRL, &control);
}
