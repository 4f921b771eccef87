# make demo   a whole working day in the synthetic studio, ending with a verified disc image
# make test   the tests
# make accept a day of 40 students with everything that goes wrong, judged by what is shown and stored
# make accept-long  the same with 350 students and 20,000 strange keys (half an hour)
# make test-vm     the program in a virtual machine, against the kernel's camera drivers
# make test-power  a hundred power cuts in it (half an hour)
# make day    two days of 350 students who react, and a minute of the window (an hour)
# make damage a thousand damaged copies of each of six codings of a frame (a minute)
# make fuzz S=60  foreign bytes for every reader, S seconds in all, with libFuzzer (after three minutes of building)
# make sanitize  the tests under the sanitizers for addresses, undefined behaviour and threads, each a build of
#             its own; K=thread one of them
# make bench  kiosk beside other tools, in one run
# make bench-handover  ten thousand portraits as an image, beside other makers of images (ten minutes, 8 GB)
# make lint   the formatter's rules, strictly
#
# Each installs the Debian packages it lacks, saying which and why, and builds. Nothing else is
# needed than a Swift toolchain of 6.2 or later, make and git.

# One configuration for program and tests: nothing is built twice. The drawing of the synthetic studio
# is too slow without the optimiser.
BUILD := swift build -c release -Xswiftc -enable-testing
TEST := swift test -c release -Xswiftc -enable-testing --skip-build
KIOSK := .build/release/kiosk
OUT ?= out
S ?= 60
K ?= address undefined thread

.PHONY: all demo test accept accept-long test-vm test-power vm day damage fuzz sanitize bench bench-codes bench-handover lint packages test-packages clean

all: packages
	$(BUILD)

packages:
	@./Tools/packages build
	@./Tools/models

test-packages:
	@./Tools/packages build test
	@./Tools/models

demo: packages
	$(BUILD) --product kiosk
	@mkdir -p $(OUT)
	rm -rf $(OUT)/demo-files
	$(KIOSK) demo -o $(OUT)/demo.iso --force

test: test-packages
	$(BUILD) --build-tests
	@./Tools/failures $(TEST)

accept: test-packages
	$(BUILD) --build-tests
	KIOSK_ACCEPT=40 KIOSK_ACCEPT_VISITS=400 ./Tools/failures $(TEST) --filter AcceptanceTests

accept-long: test-packages
	$(BUILD) --build-tests
	KIOSK_ACCEPT=350 KIOSK_ACCEPT_VISITS=20000 $(TEST) --filter AcceptanceTests

# The machine lab: its packages, its kernel, and what runs in it.
vm:
	@./Tools/packages build vm
	@./Tools/models
	@./Tools/kernel
	$(BUILD) --product kiosk
	$(BUILD) --product kiosk-lab

test-vm: vm
	Tests/VM/run $(CASES)

test-power: vm
	Tests/VM/run --long long

day: test-packages
	$(BUILD) --build-tests
	KIOSK_DAY=350 $(TEST) --filter DayTests
	$(BUILD) --product kiosk-bench
	.build/release/kiosk-bench screen

damage: test-packages
	$(BUILD) --build-tests
	KIOSK_DAMAGE=1000 $(TEST) --filter DamagedFrameTests

# Seconds of all targets together; those after FUZZ=name alone where it is given.
fuzz: test-packages
	@./Tools/fuzz $(S) $(FUZZ)

sanitize: test-packages
	@failed=0; for kind in $(K); do ./Tools/sanitize/run $$kind || failed=1; done; exit $$failed

bench: test-packages
	@./Tools/packages bench
	swift build -c release --package-path Tests/Benchmarks/Dlib --scratch-path .build/dlib
	$(BUILD) --product kiosk
	$(BUILD) --product kiosk-bench
	.build/release/kiosk-bench

bench-handover: test-packages
	@./Tools/packages bench
	$(BUILD)
	$(BUILD) --product kiosk-bench
	.build/release/kiosk-bench handover

bench-codes: test-packages
	$(BUILD) --product kiosk
	$(BUILD) --product kiosk-bench
	.build/release/kiosk-bench codes

lint:
	swift format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build $(OUT)
