"""The commands of the command line, one module each; imports wait until a command runs."""
