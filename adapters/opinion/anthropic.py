"""Anthropic's models, by its messages."""

from __future__ import annotations

from anthropic import (
    AnthropicError,
    APIConnectionError,
    APIStatusError,
    AsyncAnthropic,
    DefaultAsyncHttpxClient,
)

from adapters.opinion.bounds import MOST_TOKENS, PLAIN, hooks, unanswered
from adapters.opinion.refusals import refusal
from adapters.opinion.reply import Reply
from adapters.ports import Clock, Never


class Anthropic:
    """The vendor Anthropic, or what speaks like it."""

    def __init__(
        self, *, address: str, key: str, model: str, timeout: float, near: bool, clock: Clock
    ) -> None:
        """Speak to that address and no other: no redirect is followed; `near`, no proxy used."""
        self._model = model
        self._clock = clock
        self._client = AsyncAnthropic(
            base_url=address,
            api_key=key,
            timeout=timeout,
            max_retries=0,
            open_telemetry=False,
            default_headers=PLAIN,
            http_client=DefaultAsyncHttpxClient(
                follow_redirects=False, trust_env=not near, event_hooks=hooks()
            ),
        )

    async def ask(self, system: str, user: str, form: type[Reply]) -> Reply:
        """One request; raises `Later`, `Never`, `Gone` or a `ValidationError`."""
        try:
            answer = await self._client.messages.parse(
                model=self._model,
                max_tokens=MOST_TOKENS,
                system=system,
                messages=[{"role": "user", "content": user}],
                output_format=form,
            )
        except APIStatusError as error:
            now = self._clock.now()
            raise refusal(error.status_code, error.response.headers, now) from None
        except APIConnectionError as error:
            raise unanswered(error, self._clock.now()) from None
        except AnthropicError as error:
            raise Never(type(error).__name__) from None
        reply = answer.parsed_output
        if reply is None:
            raise Never("refused to answer")
        return reply

    async def close(self) -> None:
        """Close its connections."""
        await self._client.close()
