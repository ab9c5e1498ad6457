"""What Word's and OpenDocument's files share: blocks, tables and numbers as they are written down."""
