"""HighLevel's own Python client, pointed at a Headwater server, with every answer checked against its models."""
import asyncio
import inspect
from concurrent.futures import ThreadPoolExecutor

from highlevel import HighLevel
from highlevel.error import GHLError
from pydantic import BaseModel


# What the public files say wrongly, and the client's models after them: a stage of a pipeline is no list, a folder of
# fields is no field, and what became of each contact whose tags were changed is an object.
WRONG_MODELS = {"get_pipelines", "get_custom_fields_by_object_key", "create_association"}


class Client:
    """The client with its base URL changed and nothing else."""

    def __init__(self, server, token=None):
        self._client = type("Client", (HighLevel,), {"BASE_URL": server.url})(
            private_integration_token=token or server.token
        )

    def service(self, name):
        return Service(getattr(self._client, name))

    def run(self, story):
        """Runs an async story to its end and closes the connections."""

        async def whole():
            try:
                return await story
            finally:
                await self._client.http_client.aclose()

        # On a thread of its own: a worker that has run browser tests has an event loop already.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, whole()).result()


class Service:
    """One service of the client: remembers what was called, and compares each answer with the model of the method."""

    def __init__(self, service):
        self._service = service
        self.called = set()
        self.not_built = set()

    @property
    def methods(self):
        names = dict(inspect.getmembers(type(self._service), inspect.isfunction))
        return {name for name in names if not name.startswith("_")}

    def __getattr__(self, name):
        method = getattr(self._service, name)

        async def call(*arguments, **named):
            self.called.add(name)
            try:
                answer = await method(*arguments, **named)
            except GHLError as error:
                if error.status_code == 501:
                    self.not_built.add(name)
                    assert (error.response or {}).get("message"), f"{name}: a 501 says why"
                    return None
                raise
            model = inspect.get_annotations(method, eval_str=True).get("return")
            if inspect.isclass(model) and issubclass(model, BaseModel) and name not in WRONG_MODELS:
                model.model_validate(answer)
            return answer

        return call
