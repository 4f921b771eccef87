"""Cases that have to fail for now, and what each waits for. This is the one place: take a line
away and the case counts."""

RAW = "raw formats other than YUYV"
CALLS = "errors told apart by the call that failed"
RETURN = "a counter that waits for its camera"

WAITING = {
    "formats.uvc_yuyv_asked_for": "a camera's format that can be asked for",
    "formats.vivid_nv12": RAW,
    "formats.vivid_nv21": RAW,
    "formats.vivid_yu12": RAW,
    "formats.vivid_yv12": RAW,
    "formats.vivid_nv16": RAW,
    "formats.vivid_uyvy": RAW,
    "formats.vivid_yvyu": RAW,
    "formats.vivid_grey": RAW,
    "formats.vivid_rgb3": RAW,
    "formats.vivid_bgr3": RAW,
    "formats.vivid_xr24": RAW,
    "formats.vivid_multiplanar": "the multi-planar interface",
    "faults.busy_names_the_holder": "the holder's name in camera.busy",
    "faults.no_buffers": CALLS,
    "faults.no_stream": CALLS,
    "faults.buffer_refused": "a buffer that cannot be given back",
    "counter.unplugged": RETURN,
    "counter.frozen": RETURN,
    "counter.twenty_times": RETURN,
}
