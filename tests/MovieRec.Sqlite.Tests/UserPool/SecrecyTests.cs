using System.Text;
using Microsoft.Extensions.Logging;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.Sqlite.Tests.UserPool;

/// <summary>Secrets that must not be in the database's file, its log, or the program's log.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Email = "casey.secret@example.com";
    private const string Unknown = "stranger.unknown@example.com";
    private const string Wrong = "Mistyped-Horse-8";

    private readonly RecordingLogger _logger = new();
    private readonly PoolOnDisk _disk;

    public SecrecyTests() => _disk = new PoolOnDisk(_logger);

    [Fact]
    public async Task WholeJourney_Secrets_AreNowhereInFilesOrLogs()
    {
        (await _disk.Pool.SignUpAsync(Email, PoolOnDisk.Password, default)).Failure.ShouldBeNull();
        await _disk.Pool.ResendConfirmationCodeAsync(Email, default);
        (await _disk.Pool.ConfirmSignUpAsync(Email, _disk.Mailbox.NewestCodeTo(Email), default)).ShouldBeNull();
        await _disk.Pool.SignInAsync(Email, Wrong, default);
        await _disk.Pool.SignInAsync(Unknown, Wrong, default);
        await _disk.Pool.ResendConfirmationCodeAsync(Unknown, default);
        (await _disk.Pool.SignInAsync(Email, PoolOnDisk.Password, default)).Succeeded(out var tokens, out _).ShouldBeTrue();
        (await _disk.Pool.RefreshAsync(tokens!.RefreshToken, default)).Failure.ShouldBeNull();
        await _disk.Pool.SignInAsync(Email, Wrong, default);
        await _disk.Pool.SignInAsync(Unknown, Wrong, default);

        string[] secrets =
        [
            PoolOnDisk.Password, Wrong, Unknown, tokens.AccessToken, tokens.IdToken, tokens.RefreshToken,
            .. _disk.Mailbox.Mails.Select(mail => mail.Code),
        ];
        ShouldHoldNone(_disk.Disk.Bytes(), secrets);
        _disk.Disk.Reopen();
        ShouldHoldNone(_disk.Disk.Bytes(), secrets);

        _logger.Text.ShouldContain("signed in");
        foreach (var secret in (string[])[.. secrets, Email])
            _logger.Text.ShouldNotContain(secret);
    }

    public void Dispose() => _disk.Dispose();

    private static void ShouldHoldNone(byte[] bytes, IEnumerable<string> secrets)
    {
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Email)).ShouldBeGreaterThan(0, "the search finds existing text");
        foreach (var secret in secrets)
        {
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
            bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)).ShouldBe(-1, secret);
        }
    }

    private sealed class RecordingLogger : ILogger<LocalUserPool>
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _text.AppendLine(formatter(state, exception));
    }
}
