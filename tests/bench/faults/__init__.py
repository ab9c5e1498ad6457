"""What becomes of library, index and answers when processes die, disks fill up and files break."""
