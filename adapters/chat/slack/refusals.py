"""What Slack's refusals mean: for later, for never, or that nobody is there any more.

The codes are those of docs.slack.dev/reference/methods, of chat, conversations, users, views,
auth and oauth alike: a code means the same wherever it comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus

from slack_sdk.errors import SlackApiError

from adapters.ports import Gone, Later, Never
from adapters.retry_after import in_seconds
from coaching.errors import CoachError

# A rep waits for what one hiccup holds up; trouble that lasts is met by the outbox's own patience.
SOON = timedelta(seconds=3)
LIMITED = timedelta(seconds=30)
LONGEST = timedelta(hours=1)
_LEAST = timedelta(seconds=1)
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})

_LATER = frozenset(
    {
        "fatal_error",
        "internal_error",
        "service_unavailable",
        "request_timeout",
        "ratelimited",
        "rate_limited",
        "message_limit_exceeded",
        "external_channel_migrating",
        "ekm_access_denied",
        "team_added_to_org",
        "token_expired",
        "update_failed",
    }
)
_GONE = frozenset(
    {
        # the installation
        "account_inactive",
        "app_not_installed",
        "invalid_auth",
        "invalid_refresh_token",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "team_not_found",
        "token_revoked",
        "two_factor_setup_required",
        "access_denied",
        "method_not_supported_for_channel_type",
        # the channel
        "channel_not_found",
        "channel_type_not_supported",
        "is_archived",
        "messages_tab_disabled",
        "not_in_channel",
        "read_only_channel",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "slack_connect_canvas_sharing_blocked",
        "unable_to_invite_self",
        # the person
        "cannot_dm_bot",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
# What a channel's own refusal is called when its admin is told of it.
_CHANNEL = {
    "is_archived": "channel-gone-archived",
    "channel_not_found": "channel-gone-missing",
    "not_in_channel": "channel-gone-removed",
    "read_only_channel": "channel-gone-refused",
    "restricted_action": "channel-gone-refused",
    "restricted_action_read_only_channel": "channel-gone-refused",
    "restricted_action_thread_only_channel": "channel-gone-refused",
}
_NEVER = frozenset(
    {
        "as_user_not_supported",
        "attachment_payload_limit_exceeded",
        "cannot_reply_to_message",
        "cant_delete_message",
        "cant_update_message",
        "edit_window_closed",
        "exchanged_trigger_id",
        "expired_trigger_id",
        "hash_conflict",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_array_arg",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_charset",
        "invalid_form_data",
        "invalid_json",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "invalid_post_type",
        "invalid_trigger_id",
        "is_inactive",
        "json_not_object",
        "message_not_found",
        "metadata_too_large",
        "missing_post_type",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "not_enabled",
        "not_found",
        "push_limit_reached",
        "thread_not_found",
        "too_many_attachments",
        "unknown_method",
        "view_too_large",
    }
)
EXCHANGED = "exchanged_trigger_id"
_TOO_LATE = frozenset({EXCHANGED, "expired_trigger_id", "invalid_trigger_id"})


class TooLate(Never):
    """A form can be opened only in the first three seconds after a tap, and once."""


class Refused(CoachError):
    """Slack refused: `code` is its word for it, `means` what it comes to."""

    def __init__(self, code: str, means: Later | Never | Gone) -> None:
        """Keep Slack's own code beside what it means."""
        super().__init__(code)
        self.code = code
        self.means = means


def refused(error: SlackApiError, now: datetime) -> Refused:
    """What an answer that says no means; of it only status, code and Retry-After are looked at."""
    answer = error.response
    status = int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))
    told = getattr(answer, "data", None)
    code = str(told.get("error", "")) if isinstance(told, Mapping) else ""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = _wait({name.lower(): value for name, value in answer.headers.items()})
        return Refused("ratelimited", Later(now + wait, "ratelimited"))
    return Refused(code, meaning(code or f"answered {status}", now))


def unreached(error: Exception, now: datetime) -> Refused:
    """What it means that no answer came, or none that can be read."""
    return Refused("", Later(now + SOON, type(error).__name__))


def meaning(code: str, now: datetime) -> Later | Never | Gone:
    """What one of Slack's codes means; one that nobody knows is worth another try."""
    if code in _TOO_LATE:
        return TooLate(code)
    if code in _NEVER:
        return Never(code)
    if code in _GONE:
        return Gone(code, channel=_CHANNEL.get(code, ""))
    known = "" if code in _LATER else "unknown: "
    return Later(now + SOON, f"{known}{code[:100]}")


def _wait(headers: Mapping[str, str]) -> timedelta:
    """What Retry-After asks for, in seconds, from one second to an hour."""
    asked = in_seconds(headers.get("retry-after", ""), least=_LEAST, longest=LONGEST)
    return LIMITED if asked is None else asked
