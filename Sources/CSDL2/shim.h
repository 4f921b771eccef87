// SDL2 and SDL2_ttf as Debian ships them; SDL is told to leave main() to us.
#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>
#include <SDL2/SDL_ttf.h>

// X11's own types, which Swift need not see.

// When a key was pressed by the X server's clock, ms; -1 for an event that is none of X11's keys. SDL
// itself stamps an event when it is fetched.
static inline long long kiosk_x11_key_time(const SDL_Event *event) {
#ifdef SDL_VIDEO_DRIVER_X11
    if (event->type != SDL_SYSWMEVENT || !event->syswm.msg) return -1;
    if (event->syswm.msg->subsystem != SDL_SYSWM_X11) return -1;
    const XEvent *x11 = &event->syswm.msg->msg.x11.event;
    if (x11->type == KeyPress || x11->type == KeyRelease) return (long long)(Uint32)x11->xkey.time;
#endif
    return -1;
}

// Columns and rows of all displays of an X11 window's screen together; 0 where the window is not X11's. SDL 2 is
// not told when a display is plugged in there.
static inline int kiosk_x11_screen_size(SDL_Window *window, unsigned *width, unsigned *height) {
#ifdef SDL_VIDEO_DRIVER_X11
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return 0;
    Display *display = info.info.x11.display;
    Window root;
    int x, y;
    unsigned border, depth;
    return XGetGeometry(display, DefaultRootWindow(display), &root, &x, &y, width, height, &border,
                        &depth) != 0;
#else
    (void)window, (void)width, (void)height;
    return 0;
#endif
}

// Whether a window manager looks after an X11 window's screen (EWMH, _NET_SUPPORTING_WM_CHECK); 1
// also where the window is not X11's.
static inline int kiosk_has_window_manager(SDL_Window *window) {
#ifdef SDL_VIDEO_DRIVER_X11
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return 1;
    Display *display = info.info.x11.display;
    Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char *value = NULL;
    int status = XGetWindowProperty(
        display, DefaultRootWindow(display), check, 0, 1, False, AnyPropertyType, &type, &format,
        &count, &left, &value);
    if (value) XFree(value);
    return status == Success && count > 0;
#else
    (void)window;
    return 1;
#endif
}

#ifdef SDL_VIDEO_DRIVER_X11
static inline void kiosk_x11_note_loss(Display *display, void *is_gone) {
    (void)display;
    *(volatile int *)is_gone = 1;
}

// In place of Xlib's own, which ends the program before anybody else is asked.
static inline int kiosk_x11_go_on(Display *display) {
    (void)display;
    return 0;
}
#endif

// Lets the program outlive the X server of a window: Xlib would end the program, in the middle of whatever it does.
// It sets *is_gone instead, which has to stay for as long as the program.
static inline void kiosk_x11_outlive(SDL_Window *window, int *is_gone) {
#ifdef SDL_VIDEO_DRIVER_X11
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return;
    XSetIOErrorHandler(kiosk_x11_go_on);
    XSetIOErrorExitHandler(info.info.x11.display, kiosk_x11_note_loss, is_gone);
#else
    (void)window, (void)is_gone;
#endif
}
