using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using MovieRec.Emulators.Processes;

namespace MovieRec.Emulators.Tests.Processes;

public sealed class ChildProcessTests
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exited_OfAProcessThatEnds_IsItsExitCode()
    {
        await using var child = Start("exit 7");
        (await child.Exited).ShouldBe(7);
    }

    [Fact]
    public async Task Exited_OfACommandThatIsNotThere_IsTheShells127()
    {
        await using var child = ChildProcess.Start(Options("no-such-command"));
        (await child.Exited).ShouldBe(ChildProcess.NoSuchCommand);
    }

    [Fact]
    public async Task Exited_OfAProcessThatASignalEnded_SaysWhich()
    {
        await using var child = Start("kill -KILL $$");
        (await child.Exited).ShouldBe(128 + 9);
    }

    [Fact]
    public async Task Output_OfBothStreams_IsToldLineByLine()
    {
        await using var child = Start("echo one; echo two >&2");
        string[] lines = [await NextLineAsync(), await NextLineAsync()];
        lines.Order(StringComparer.Ordinal).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Environment_Given_IsAllThatThereIs()
    {
        await using var child = ChildProcess.Start(Options("/usr/bin/env") with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NAME"] = "a value" },
        });
        (await child.Exited).ShouldBe(0);
        var seen = new ConcurrentBag<string> { await NextLineAsync() };
        while (_lines.Reader.TryRead(out var line))
            seen.Add(line);
        // PWD is the shell's own variable, if there is one.
        seen.Where(line => !line.StartsWith("PWD=", StringComparison.Ordinal)).ShouldBe(["NAME=a value"]);
    }

    [Fact]
    public async Task Child_OfItsOwnSession_IsNotReachedByOurTerminal()
    {
        await using var child = Start("cat /proc/$$/stat; exec sleep 1000");
        var fields = (await NextLineAsync()).Split(' ');
        // proc(5): pid, comm, state, ppid, pgrp, session, tty_nr.
        fields[0].ShouldBe($"{child.Id}");
        fields[4].ShouldBe(fields[0]);
        fields[5].ShouldBe(fields[0]);
    }

    [Fact]
    public async Task Kill_OfAProcessWithChildren_EndsThemToo()
    {
        await using var child = Start("sleep 1000 & echo $!; wait");
        var grandchild = int.Parse(await NextLineAsync(), CultureInfo.InvariantCulture);
        IsAlive(grandchild).ShouldBeTrue();
        await child.KillAsync();
        while (IsAlive(grandchild))
            await Task.Delay(1, Cancellation);
    }

    [Fact]
    public async Task Dispose_ASecondTime_DoesNothing()
    {
        var child = Start("exec sleep 1000");
        await child.DisposeAsync();
        await Should.NotThrowAsync(async () => await child.DisposeAsync());
    }

    private static bool IsAlive(int id)
    {
        try
        {
            // A zombie is dead, and only waits for its parent to read its status.
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private ChildProcess Start(string script) => ChildProcess.Start(Options("/bin/sh") with { Arguments = ["-c", script] });

    private ChildProcessOptions Options(string command) => new()
    {
        Command = command,
        WorkingDirectory = Path.GetTempPath(),
        Output = line => _lines.Writer.TryWrite(line),
    };

    private async Task<string> NextLineAsync() => await _lines.Reader.ReadAsync(Cancellation);
}
