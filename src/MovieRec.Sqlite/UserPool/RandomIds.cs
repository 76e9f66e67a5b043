using System.Buffers.Text;
using System.Security.Cryptography;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Generator of random ids and secrets that cannot be guessed.</summary>
internal static class RandomIds
{
    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string AnyCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + LowerCase;

    /// <summary>Returns a pool id, such as <c>local_AbC123xyz</c>; Cognito has the region before the underscore.</summary>
    public static string PoolId() => "local_" + RandomNumberGenerator.GetString(AnyCase, 9);

    public static string ClientId() => RandomNumberGenerator.GetString(LowerCase, 26);

    /// <summary>Returns a verification code of six digits.</summary>
    public static string Code() => RandomNumberGenerator.GetString("0123456789", 6);

    /// <summary>Returns 384 random bits in base64url.</summary>
    public static string RefreshToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));

    /// <summary>Returns a UUID of version 4 (RFC 9562, 5.4).</summary>
    public static string Uuid()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
