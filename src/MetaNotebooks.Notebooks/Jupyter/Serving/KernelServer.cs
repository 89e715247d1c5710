using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Evaluation;
using MetaNotebooks.Notebooks.Jupyter.Language;
using MetaNotebooks.Notebooks.Jupyter.Protocol;
using Microsoft.DotNet.Interactive.Formatting;
using Kernel = Microsoft.DotNet.Interactive.Kernel;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Answers the requests of Jupyter clients until one asks it to end.</summary>
internal sealed class KernelServer
{
    private static readonly TimeSpan AbortDelay = TimeSpan.FromMilliseconds(30);

    private static readonly string[] OfSession =
    [
        "execute_request",
        "complete_request",
        "inspect_request",
        "is_complete_request",
    ];

    private readonly string _session = Guid.NewGuid().ToString();
    private readonly BlockingCollection<(Channel Channel, Message Request)> _shell = [];
    private readonly BlockingCollection<Message> _control = [];
    private readonly History _history = new();

    // Cells display from whichever thread.
    private readonly ConcurrentDictionary<string, bool> _shown = new();
    private readonly Task<Session> _compiler;
    private readonly Evaluator _evaluator;
    private readonly Output _output;
    private readonly Questions _questions;
    private readonly Channels _channels;
    private volatile Message? _cell;
    private int _count;

    private KernelServer(ConnectionFile connection)
    {
        _output = new Output(
            (stream, text) => Publish("stream", new() { ["name"] = stream, ["text"] = text }, _cell)
        );
        _questions = new Questions((content, cell) => Send(Channel.Stdin, "input_request", content, cell));
        var console = new HostConsole(
            new OutputWriter("stdout", _output),
            new OutputWriter("stderr", _output),
            new InputReader(() => _questions.Ask(_cell))
        );
        console.Take();
        Kernel.ShowWith(Show);
        _channels = new Channels(connection, Receive);
        _compiler = Task.Run(Start);
        _evaluator = new Evaluator(
            _compiler,
            text => _output.Write("stderr", text),
            data => Display("display_data", data, new JsonObject()),
            console
        );
    }

    /// <summary>Serves in the current directory, which is the notebook's.</summary>
    public static void Run(ConnectionFile connection)
    {
        var server = new KernelServer(connection);
        new Thread(server.ServeShell) { Name = HostThreads.Shell, IsBackground = true }.Start();
        using var signal = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGINT,
            pressed =>
            {
                pressed.Cancel = true;
                server.Interrupt();
            }
        );
        ParentWatch.Start(server._control.CompleteAdding);
        server.Publish("status", new() { ["execution_state"] = "starting" }, null);
        server.ServeControl();
        server._channels.Flush();
    }

    private static Session Start()
    {
        var session = new Session();
        // The first evaluation compiles much of the compiler itself.
        session.Evaluate("(fun x -> x + 1) 1 |> ignore");
        return session;
    }

    private void Receive(Channel channel, Message message)
    {
        if (channel == Channel.Stdin)
            _questions.Answer(message);
        else if (channel == Channel.Shell)
            _shell.Add((channel, message));
        else
            AddControl(message);
    }

    private void AddControl(Message message)
    {
        try
        {
            _control.Add(message);
        }
        catch (InvalidOperationException)
        {
            // The kernel is ending.
        }
    }

    private void ServeShell()
    {
        foreach (var (channel, request) in _shell.GetConsumingEnumerable())
            Serve(channel, request);
    }

    private void ServeControl()
    {
        foreach (var request in _control.GetConsumingEnumerable())
        {
            if (NeedsSession(request))
            {
                _shell.Add((Channel.Control, request));
                continue;
            }
            Serve(Channel.Control, request);
            if (request.Type == "shutdown_request")
                return;
        }
    }

    // There is one session, which does one thing at a time, whichever way the request came.
    private static bool NeedsSession(Message request) => OfSession.Contains(request.Type);

    private void Serve(Channel channel, Message request)
    {
        Publish("status", new() { ["execution_state"] = "busy" }, request);
        try
        {
            Answer(channel, request);
        }
        catch (Exception bad) when (bad is not ThreadAbortException)
        {
            // A request that is malformed, or that the compiler cannot serve, must not end the kernel.
            if (request.Type.EndsWith("_request"))
                Reply(channel, request, Replies.Failed(ExceptionText.ToError(bad)));
        }
        Publish("status", new() { ["execution_state"] = "idle" }, request);
    }

    private void Answer(Channel channel, Message request)
    {
        var content = request.Content;
        var code = (string?)content["code"] ?? "";
        var cursor = (int?)content["cursor_pos"] ?? code.Length;
        switch (request.Type)
        {
            case "execute_request":
                Execute(channel, request, code);
                break;
            case "kernel_info_request":
                Reply(channel, request, KernelInfo.Content());
                break;
            case "complete_request":
                Reply(channel, request, Completion.Complete(_compiler.Result.Compiler, code, cursor));
                break;
            case "inspect_request":
                var text = Inspection.Inspect(_compiler.Result.Compiler, code, cursor);
                Reply(channel, request, Replies.Inspected(text));
                break;
            case "is_complete_request":
                Reply(
                    channel,
                    request,
                    Replies.IsComplete(Completeness.Of(_compiler.Result.Compiler.InteractiveChecker, code))
                );
                break;
            case "history_request":
                Reply(channel, request, Replies.Ok(new() { ["history"] = _history.Find(content) }));
                break;
            case "comm_info_request":
                Reply(channel, request, Replies.Ok(new() { ["comms"] = new JsonObject() }));
                break;
            case "comm_open":
                // There are no widgets here; the client is told that its end is closed.
                Publish(
                    "comm_close",
                    new() { ["comm_id"] = (string?)content["comm_id"], ["data"] = new JsonObject() },
                    request
                );
                break;
            case "interrupt_request":
                Interrupt();
                Reply(channel, request, Replies.Ok([]));
                break;
            case "shutdown_request":
                Interrupt();
                Reply(
                    channel,
                    request,
                    Replies.Ok(new() { ["restart"] = (bool?)content["restart"] ?? false })
                );
                if (channel == Channel.Shell)
                    _control.CompleteAdding();
                break;
            case var other when other.EndsWith("_request"):
                Reply(channel, request, Replies.Error("Not supported", $"{other} is not supported"));
                break;
        }
    }

    private void Execute(Channel channel, Message request, string code)
    {
        var silent = (bool?)request.Content["silent"] == true;
        var store = !silent && (bool?)request.Content["store_history"] != false;
        if (store)
            _history.Add(++_count, code);
        _cell = request;
        if (!silent)
            Publish("execute_input", new() { ["code"] = code, ["execution_count"] = _count }, request);
        var outcome = _evaluator.Run(code);
        _output.Flush();
        if (outcome.Error is { } error)
        {
            Publish("error", Replies.ErrorContent(error), request);
            // Those that were sent before the reply; a cell sent in answer to it is to run.
            var behind = (bool?)request.Content["stop_on_error"] == false ? [] : Waiting();
            Reply(channel, request, Replies.Failed(error, _count));
            Abort(behind);
            return;
        }
        if (outcome.Value is { } value && !silent)
            Display("execute_result", value, null);
        var expressions = Expressions.Answer(_evaluator, request.Content);
        _output.Flush();
        Reply(channel, request, Replies.Executed(_count, expressions));
    }

    private List<(Channel Channel, Message Request)> Waiting()
    {
        Thread.Sleep(AbortDelay);
        var waiting = new List<(Channel, Message)>();
        while (_shell.TryTake(out var request))
            waiting.Add(request);
        return waiting;
    }

    // The cells that a client sent behind one that failed are not to run; other requests are served.
    private void Abort(List<(Channel Channel, Message Request)> waiting)
    {
        foreach (var (channel, request) in waiting)
        {
            if (request.Type != "execute_request")
            {
                Serve(channel, request);
                continue;
            }
            Publish("status", new() { ["execution_state"] = "busy" }, request);
            Reply(channel, request, Replies.Aborted(_count));
            Publish("status", new() { ["execution_state"] = "idle" }, request);
        }
    }

    private void Interrupt()
    {
        _questions.Cancel();
        _evaluator.Interrupt();
    }

    private void Show(DisplayedValue displayed)
    {
        var data = MimeBundle.Of(displayed.Value, displayed.FormattedValues);
        var isNew = _shown.TryAdd(displayed.DisplayId, true);
        var type = displayed.IsUpdated && !isNew ? "update_display_data" : "display_data";
        Display(type, data, new JsonObject { ["display_id"] = displayed.DisplayId });
    }

    private void Display(string type, JsonObject data, JsonObject? transient)
    {
        var content = new JsonObject { ["data"] = data, ["metadata"] = new JsonObject() };
        if (transient is null)
            content["execution_count"] = _count;
        else
            content["transient"] = transient;
        _output.Then(() => Publish(type, content, _cell));
    }

    private void Publish(string type, JsonObject content, Message? cause)
    {
        var topic = System.Text.Encoding.ASCII.GetBytes($"kernel.{_session}.{type}");
        _channels.Send(Channel.IoPub, Message.Create(type, content, _session, cause?.Header, [topic]));
    }

    private void Reply(Channel channel, Message request, JsonObject content) =>
        Send(channel, request.Type.Replace("_request", "_reply"), content, request);

    private void Send(Channel channel, string type, JsonObject content, Message cause) =>
        _channels.Send(channel, Message.Create(type, content, _session, cause.Header, cause.Identities));
}
