using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MovieRec.Api.Recommendations;

/// <summary>
/// The seed of a user's list where none is asked for: it stays for a day, so that a list does not change under its reader.
/// </summary>
internal static class DailySeed
{
    public static int Compute(string userId, DateTimeOffset now) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{now.UtcDateTime:yyyy-MM-dd} {userId}")));
}
