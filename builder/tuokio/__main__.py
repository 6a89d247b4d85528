from tuokio.cli import main

main()
