"""Run the command line with `python -m onrecord`."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
