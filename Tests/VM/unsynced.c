/* A disk that is never waited for: preloaded into the program, every sync says at once that it is
 * done. What SQLite does with `synchronous = OFF`, for the control of the power cuts. */
int fsync(int file);
int fdatasync(int file);

int fsync(int file)
{
	(void)file;
	return 0;
}

int fdatasync(int file)
{
	(void)file;
	return 0;
}
