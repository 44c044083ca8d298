"""Models that speak OpenAI's chat completions: that vendor's, and most that run near."""

from __future__ import annotations

from openai import (
    APIConnectionError,
    APIStatusError,
    AsyncOpenAI,
    DefaultAsyncHttpxClient,
    OpenAIError,
    omit,
)

from adapters.opinion.bounds import MOST_TOKENS, PLAIN, hooks, unanswered
from adapters.opinion.refusals import refusal
from adapters.opinion.reply import Reply
from adapters.ports import Clock, Never


class OpenAi:
    """The vendor behind an OpenAI-compatible address."""

    def __init__(
        self, *, address: str, key: str, model: str, timeout: float, near: bool, clock: Clock
    ) -> None:
        """Speak to that address and no other: no redirect is followed; `near`, no proxy used."""
        self._model = model
        # Servers near by know this name; of the others some know only another, some refuse both.
        self._most = MOST_TOKENS if near else omit
        self._clock = clock
        self._client = AsyncOpenAI(
            base_url=address,
            api_key=key or "none",
            timeout=timeout,
            max_retries=0,
            default_headers=PLAIN,
            http_client=DefaultAsyncHttpxClient(
                follow_redirects=False, trust_env=not near, event_hooks=hooks()
            ),
        )

    async def ask(self, system: str, user: str, form: type[Reply]) -> Reply:
        """One request; raises `Later`, `Never`, `Gone` or a `ValidationError`."""
        try:
            answer = await self._client.chat.completions.parse(
                model=self._model,
                messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
                response_format=form,
                max_tokens=self._most,
            )
        except APIStatusError as error:
            now = self._clock.now()
            raise refusal(error.status_code, error.response.headers, now) from None
        except APIConnectionError as error:
            raise unanswered(error, self._clock.now()) from None
        except OpenAIError as error:
            raise Never(type(error).__name__) from None
        reply = answer.choices[0].message.parsed if answer.choices else None
        if reply is None:
            raise Never("refused to answer")
        return reply

    async def close(self) -> None:
        """Close its connections."""
        await self._client.close()
