/* The line to the kernel's virtual host controller, a socket on which it speaks USB/IP
 * (Documentation/usb/usbip_protocol.rst): no network and no usbip tools are needed. */
#include "webcam.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CONTROLLER "/sys/devices/platform/vhci_hcd.0/attach"

enum { SUBMIT = 1, UNLINK = 2, SUBMITTED = 3, UNLINKED = 4, WORDS = 12 };

static int line = -1;

int usbip_socket(void)
{
	return line;
}

void usbip_unplug(void)
{
	if (line < 0)
		return;
	shutdown(line, SHUT_RDWR);
	close(line);
	line = -1;
	stream_reset();
}

/* Port 0, device 1-2 at high speed (3). */
static bool attach(int socket)
{
	char text[64];
	int count = snprintf(text, sizeof text, "0 %d 65538 3", socket);
	int controller = open(CONTROLLER, O_WRONLY);
	bool is_attached = controller >= 0 && write(controller, text, count) == count;
	if (controller >= 0)
		close(controller);
	return is_attached;
}

void usbip_plug(void)
{
	int ends[2];
	if (line >= 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		return;
	if (!attach(ends[1])) {
		perror(CONTROLLER);
		exit(1);
	}
	close(ends[1]);
	line = ends[0];
	printf("plugged in\n");
}

static bool send_all(const uint8_t *bytes, size_t count)
{
	while (count > 0 && line >= 0) {
		ssize_t sent = send(line, bytes, count, MSG_NOSIGNAL);
		if (sent < 0 && errno != EINTR)
			usbip_unplug();
		if (sent > 0)
			bytes += sent, count -= sent;
	}
	return line >= 0;
}

static bool receive_all(void *target, size_t count)
{
	uint8_t *bytes = target;
	while (count > 0 && line >= 0) {
		ssize_t received = recv(line, bytes, count, 0);
		if (received == 0 || (received < 0 && errno != EINTR))
			usbip_unplug();
		if (received > 0)
			bytes += received, count -= received;
	}
	return line >= 0;
}

void usbip_reply(uint32_t sequence, int status, struct bytes data, uint32_t taken)
{
	uint32_t header[WORDS] = { htonl(SUBMITTED), htonl(sequence), 0, 0, 0, htonl(status),
				   htonl(taken) };
	if (line >= 0 && send_all((uint8_t *)header, sizeof header) && data.count > 0)
		send_all(data.start, data.count);
}

static void unlink_transfer(uint32_t sequence, uint32_t wanted)
{
	uint32_t header[WORDS] = { htonl(UNLINKED), htonl(sequence) };
	if (stream_remove(wanted))
		header[5] = htonl(-ECONNRESET);
	send_all((uint8_t *)header, sizeof header);
}

static struct setup setup_of(const uint8_t *bytes)
{
	return (struct setup){ bytes[0], bytes[1], bytes[2] | bytes[3] << 8, bytes[4] | bytes[5] << 8,
			       bytes[6] | bytes[7] << 8 };
}

static void submit(const uint32_t *header)
{
	uint8_t sent[4096] = { 0 };
	uint32_t sequence = ntohl(header[1]), length = ntohl(header[6]);
	bool is_out = ntohl(header[3]) == 0, is_control = ntohl(header[4]) == 0;
	if (is_out && length > 0 && (length > sizeof sent || !receive_all(sent, length)))
		return;
	if (is_control) {
		struct setup setup = setup_of((const uint8_t *)&header[10]);
		control_take(sequence, &setup, sent);
	} else {
		stream_add(sequence, length);
	}
}

void usbip_serve(void)
{
	uint32_t header[WORDS];
	if (!receive_all(header, sizeof header))
		return;
	if (ntohl(header[0]) == UNLINK)
		unlink_transfer(ntohl(header[1]), ntohl(header[5]));
	else if (ntohl(header[0]) == SUBMIT)
		submit(header);
}
