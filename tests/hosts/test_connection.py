"""What a page and its kernel are joined by."""

from unittest.mock import Mock, patch

from jupyter_client.manager import KernelManager
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from traitlets.utils.importstring import import_item

from okin_lib.hosts.server.policy import CONNECTION


def test_no_message_is_held_back():
    connection_class = import_item(CONNECTION)
    handler = Mock(spec=KernelWebsocketHandler)
    connection = connection_class(parent=KernelManager(), websocket_handler=handler)
    with patch.object(connection_class.__base__, "connect") as theirs:
        assert connection.connect() is theirs.return_value
    handler.set_nodelay.assert_called_once_with(True)
