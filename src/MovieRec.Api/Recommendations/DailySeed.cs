using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MovieRec.Api.Recommendations;

/// <summary>Default seed of a user's list: it changes daily, so that a list does not change while it is read.</summary>
internal static class DailySeed
{
    public static int Compute(string userId, DateTimeOffset now) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{now.UtcDateTime:yyyy-MM-dd} {userId}")));
}
