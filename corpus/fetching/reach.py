"""Whether an address of the internet is one that anybody can reach, or one of this machine or its network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")
_COMPATIBLE: Final = IPv6Network("::/96")
_RESERVED: Final = IPv6Network("fec0::/10")


def is_public(text: str) -> bool:
    """Whether an address, as a name server gives it, leads out of this machine and its network.

    By the registries of special addresses that `ipaddress` knows (RFC 6890); what carries an IPv4 address in
    an IPv6 one is as public as that (RFC 4291, § 2.5.5; 6to4, Teredo, NAT64).
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public(address)
    if "%" in text or address in _RESERVED:
        return False
    return _is_public(address) and all(map(_is_public, _within(address)))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    special = address.is_multicast or address.is_unspecified or address.is_loopback or address.is_link_local
    # What carries another belongs to no registry of its own: the address within tells.
    carries = isinstance(address, IPv6Address) and (address.ipv4_mapped or _carries(address))
    return not special and (bool(carries) or (address.is_global and not address.is_reserved))


def _within(address: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    found = [one for one in (address.ipv4_mapped, address.sixtofour) if one]
    if address.teredo:
        found += address.teredo
    if _carries(address):
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return found


def _carries(address: IPv6Address) -> bool:
    return address in _COMPATIBLE or address in _NAT64
