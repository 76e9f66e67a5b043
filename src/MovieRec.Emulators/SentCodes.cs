using System.Text.Json;

namespace MovieRec.Emulators;

/// <summary>A verification code that was sent by mail.</summary>
/// <param name="SentAt">Time of the account's last change, which is when the code was sent, since an unconfirmed account does not
/// change.</param>
public sealed record SentCode(string Email, string Code, DateTimeOffset SentAt);

/// <summary>Reader of confirmation codes from cognito-local's file of the pool, since cognito-local sends no mail.</summary>
/// <remarks>cognito-local also prints codes, but not always.</remarks>
/// <param name="file">File that the emulator may write at any time, and not atomically.</param>
internal sealed class SentCodes(string file, TimeProvider clock)
{
    private const int Attempts = 200;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    public async Task<IReadOnlyList<SentCode>> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var pool = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
                return pool.RootElement.TryGetProperty("Users", out var users) ? Read(users) : [];
            }
            catch (JsonException) when (attempt < Attempts)
            {
                // The file is half written; a later read will be complete.
                await Task.Delay(s_pause, clock, cancellationToken);
            }
        }
    }

    private static List<SentCode> Read(JsonElement users)
    {
        var codes = new List<SentCode>();
        foreach (var user in users.EnumerateObject().Select(user => user.Value))
        {
            if (user.TryGetProperty("ConfirmationCode", out var code) && code.GetString() is { } text && GetEmail(user) is { } email)
                codes.Add(new SentCode(email, text, user.GetProperty("UserLastModifiedDate").GetDateTimeOffset()));
        }

        return [.. codes.OrderBy(code => code.SentAt)];
    }

    private static string? GetEmail(JsonElement user) => user.GetProperty("Attributes").EnumerateArray()
        .Where(attribute => attribute.GetProperty("Name").GetString() == "email")
        .Select(attribute => attribute.GetProperty("Value").GetString())
        .FirstOrDefault();
}
