#!/bin/sh
# As the entrypoint of postgres, with any other command than postgres itself.
exec "$@"
