using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>Writer and reader of <c>nextToken</c>, an opaque position in a list, authenticated with its table and user.</summary>
/// <remarks>A token that was altered, or made for another user or table, is rejected.</remarks>
/// <param name="key">HMAC-SHA256 key, 32 bytes, the same for all instances of a service.</param>
public sealed class ContinuationTokens(byte[] key)
{
    public const int KeyBytes = 32;

    private const int PositionBytes = 17;
    private const int TagBytes = 16;

    public string Write(Table table, string userId, MediaListPosition position)
    {
        Span<byte> token = stackalloc byte[PositionBytes + TagBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, position.AddedAt.ToUnixTimeMilliseconds());
        token[8] = (byte)position.Key.Kind;
        BinaryPrimitives.WriteInt64BigEndian(token[9..], position.Key.Id);
        Tag(table, userId, token[..PositionBytes], token[PositionBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads the position of a token; returns null if it is not valid for this table and user.</summary>
    public MediaListPosition? Read(Table table, string userId, string text)
    {
        Span<byte> token = stackalloc byte[PositionBytes + TagBytes];
        if (text.Length != Base64Url.GetEncodedLength(token.Length) || !Base64Url.IsValid(text, out var length) || length != token.Length)
            return null;
        Base64Url.DecodeFromChars(text, token);
        Span<byte> expected = stackalloc byte[TagBytes];
        Tag(table, userId, token[..PositionBytes], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, token[PositionBytes..]))
            return null;
        return new MediaListPosition(
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(token)),
            new TitleKey((MediaKind)token[8], BinaryPrimitives.ReadInt64BigEndian(token[9..])));
    }

    private void Tag(Table table, string userId, ReadOnlySpan<byte> position, Span<byte> tag)
    {
        // Only the last part, the user, has a variable length: different (table, user, position) never give the same bytes.
        var user = Encoding.UTF8.GetBytes(userId);
        var message = new byte[8 + position.Length + user.Length];
        BinaryPrimitives.WriteInt64BigEndian(message, (long)table);
        position.CopyTo(message.AsSpan(8));
        user.CopyTo(message, 8 + position.Length);
        HMACSHA256.HashData(key, message)[..TagBytes].CopyTo(tag);
    }
}
