// SDL2 and SDL2_ttf as Debian ships them; SDL is told to leave main() to us.
#define SDL_MAIN_HANDLED
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
