"""`python -m promulgate`."""

from promulgate.cli import main

main()
