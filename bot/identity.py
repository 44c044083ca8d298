"""Who somebody on a platform is: an account leads to a rep, and only proof joins them."""

from __future__ import annotations

from uuid import UUID

from adapters.ports import Account, Place, Store
from coaching.errors import Unknown
from coaching.people import Rep


class Identity:
    """Maps the accounts of one workspace to its reps."""

    def __init__(self, store: Store, workspace_id: UUID) -> None:
        """Look people up in this workspace."""
        self._store = store
        self._workspace_id = workspace_id

    async def rep(self, account: Account) -> Rep:
        """The rep behind an account; raises `Unknown`."""
        async with self._store.open(self._workspace_id) as unit:
            found = await unit.rep_of(account)
        if found is None:
            raise Unknown("Nobody here has this account.")
        return found

    async def meet(self, account: Account, place: Place, verified_address: str) -> Rep:
        """Join an account to the rep whose address the platform itself has verified.

        From then on the rep is reached in `place`. Raises `Unknown` if no rep has that address.
        """
        wanted = verified_address.strip().lower()
        async with self._store.open(self._workspace_id) as unit:
            reps = [rep for rep in await unit.reps() if rep.address == wanted and rep.active]
            if not reps:
                raise Unknown("Nobody here has this address.")
            await unit.put_account(account, reps[0].id, place)
        return reps[0]

    async def used(self, account: Account, rep_id: UUID, place: Place) -> None:
        """Note that this account was used last: what comes next goes there."""
        async with self._store.open(self._workspace_id) as unit:
            await unit.put_account(account, rep_id, place)
