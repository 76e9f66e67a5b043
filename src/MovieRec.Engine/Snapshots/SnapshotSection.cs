using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MovieRec.Engine.Snapshots;

/// <summary>Envelope of core or names of a snapshot; <c>docs/data-model.md</c> describes it byte by byte.</summary>
/// <remarks>It consists of magic bytes, format, flags, binding, length, the compressed columns (DEFLATE) and a checksum.</remarks>
internal static class SnapshotSection
{
    public const byte Format = 1;

    /// <summary>Length of the checksum: SHA-256 truncated to 128 bits.</summary>
    /// <remarks>
    /// The checksum of the core also binds the names to it, so two cores must not have the same one. A CRC cannot guarantee that, and
    /// hashing 8 MB takes only some milliseconds.
    /// </remarks>
    public const int ChecksumBytes = 16;

    /// <summary>Maximum uncompressed length, twice that of a million titles; a larger stated length is rejected.</summary>
    public const int MostBytes = 1 << 28;

    private const int MagicBytes = 4;

    /// <summary>Maximum number of bytes to which one byte of DEFLATE expands.</summary>
    private const long MostGrowth = 1_032;

    public static ReadOnlySpan<byte> CoreMagic => "MRSC"u8;

    public static ReadOnlySpan<byte> NamesMagic => "MRSN"u8;

    /// <summary>Returns the checksum at the end of a section.</summary>
    public static ReadOnlySpan<byte> GetChecksum(ReadOnlySpan<byte> section) => section[^ChecksumBytes..];

    /// <summary>Compresses columns and returns them as a section.</summary>
    /// <param name="magic">Magic bytes of the kind of section.</param>
    /// <param name="binding">Checksum of the section to which it belongs; empty for the core.</param>
    /// <param name="columns">Columns of at most <see cref="MostBytes"/>.</param>
    public static byte[] Close(ReadOnlySpan<byte> magic, ReadOnlySpan<byte> binding, ReadOnlySpan<byte> columns)
    {
        if (columns.Length > MostBytes)
            throw new ArgumentException("The catalogue is too large for a snapshot.", nameof(columns));
        var bytes = new MemoryStream((columns.Length / 2) + 64);
        bytes.Write(magic);
        bytes.WriteByte(Format);
        bytes.WriteByte(0);
        bytes.Write(binding);
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)columns.Length);
        bytes.Write(length);
        using (var deflate = new DeflateStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(columns);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, ChecksumBytes));
        return bytes.ToArray();
    }

    /// <summary>Reads the columns of a section; returns false and the reason if it is not valid.</summary>
    public static bool TryOpen(
        ReadOnlyMemory<byte> section,
        ReadOnlySpan<byte> magic,
        ReadOnlySpan<byte> binding,
        [NotNullWhen(true)] out byte[]? columns,
        [NotNullWhen(false)] out string? reason)
    {
        var bytes = section.Span;
        columns = null;
        reason = Refusal(bytes, magic, binding);
        if (reason is not null)
            return false;
        var packed = section[(MagicBytes + 2 + binding.Length + sizeof(uint))..^ChecksumBytes];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(MagicBytes + 2 + binding.Length)..]);
        if (length > Math.Min(MostBytes, packed.Length * MostGrowth) || !TryInflate(packed, new byte[length], out columns))
            reason = "it is not consistent";
        return reason is null;
    }

    private static string? Refusal(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> magic, ReadOnlySpan<byte> binding)
    {
        if (!bytes.StartsWith(magic) || bytes.Length < MagicBytes + 2)
            return "it is no snapshot of MovieRec";
        if (bytes[MagicBytes] > Format)
            return $"it is of format {bytes[MagicBytes]}, which a newer version of MovieRec wrote; this one reads {Format}";
        if (bytes[MagicBytes] != Format || bytes[MagicBytes + 1] != 0)
            return $"it is of a format that this version of MovieRec does not read; it reads {Format}";
        if (bytes.Length < MagicBytes + 2 + binding.Length + sizeof(uint) + ChecksumBytes
            || !SHA256.HashData(bytes[..^ChecksumBytes]).AsSpan(0, ChecksumBytes).SequenceEqual(GetChecksum(bytes)))
        {
            return "its checksum is wrong: it is cut short or damaged";
        }
        return bytes.Slice(MagicBytes + 2, binding.Length).SequenceEqual(binding) ? null : "its names belong to another snapshot";
    }

    // Returns true if decompression gives exactly the stated number of bytes.
    private static bool TryInflate(ReadOnlyMemory<byte> packed, byte[] room, [NotNullWhen(true)] out byte[]? columns)
    {
        columns = null;
        var source = MemoryMarshal.TryGetArray(packed, out var array) ? array : new ArraySegment<byte>(packed.ToArray());
        using var inflate =
            new DeflateStream(new MemoryStream(source.Array!, source.Offset, source.Count, writable: false), CompressionMode.Decompress);
        try
        {
            if (inflate.ReadAtLeast(room, room.Length, throwOnEndOfStream: false) != room.Length || inflate.ReadByte() >= 0)
                return false;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        columns = room;
        return true;
    }
}
